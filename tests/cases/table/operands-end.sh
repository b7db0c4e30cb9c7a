seq 3 > -x; conv -e 1 -- -x
