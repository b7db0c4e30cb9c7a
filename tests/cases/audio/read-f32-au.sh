conv -e 1 -t text $DATA/f32.au > file
cat $DATA/f32.au | conv -e 1 -t text > pipe
cmp file pipe && cat file
