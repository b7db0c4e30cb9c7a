: | conv -e 1
