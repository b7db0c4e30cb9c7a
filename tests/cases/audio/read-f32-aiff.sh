conv -e 1 -t text $DATA/f32.aiff > file
cat $DATA/f32.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
