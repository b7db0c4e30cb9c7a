conv -e 1 a b
