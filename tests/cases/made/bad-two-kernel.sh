seq 3 | conv -k k -g box:3
