conv -e 1 -t text $DATA/f64.aiff > file
cat $DATA/f64.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
