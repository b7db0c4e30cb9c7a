conv -e 1 -t text $DATA/s24.au > file
cat $DATA/s24.au | conv -e 1 -t text > pipe
cmp file pipe && cat file
