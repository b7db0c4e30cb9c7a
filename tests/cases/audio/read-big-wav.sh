conv -e 1 -t text $DATA/big.wav > file
cat $DATA/big.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
