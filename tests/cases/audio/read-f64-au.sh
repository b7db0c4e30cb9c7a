conv -e 1 -t text $DATA/f64.au > file
cat $DATA/f64.au | conv -e 1 -t text > pipe
cmp file pipe && cat file
