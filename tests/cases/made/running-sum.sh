seq 6 | conv -g box:3,scale=0 -m valid
