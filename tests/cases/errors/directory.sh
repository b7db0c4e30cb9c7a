mkdir d; conv -e 1 d
