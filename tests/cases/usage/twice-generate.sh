seq 3 | conv -g box:3 -g box:5
