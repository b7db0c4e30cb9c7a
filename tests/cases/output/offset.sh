(echo 10; echo 11; seq 3) > x; (read a; read b; conv -e 1) < x
