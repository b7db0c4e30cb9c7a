conv -e 1 -t text $DATA/f32.w64 > file
cat $DATA/f32.w64 | conv -e 1 -t text > pipe
cmp file pipe && cat file
