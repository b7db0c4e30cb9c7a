conv -e 1 -t text $DATA/f32.caf > file
cat $DATA/f32.caf | conv -e 1 -t text > pipe
cmp file pipe && cat file
