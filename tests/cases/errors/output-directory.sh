mkdir d; seq 3 | conv -e 1 -o d
