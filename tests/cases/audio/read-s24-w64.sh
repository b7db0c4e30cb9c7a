conv -e 1 -t text $DATA/s24.w64 > file
cat $DATA/s24.w64 | conv -e 1 -t text > pipe
cmp file pipe && cat file
