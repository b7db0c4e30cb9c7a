conv -e 1 -t text $DATA/f64.rf64 > file
cat $DATA/f64.rf64 | conv -e 1 -t text > pipe
cmp file pipe && cat file
