seq 3 | conv -e 1 -g box:3
