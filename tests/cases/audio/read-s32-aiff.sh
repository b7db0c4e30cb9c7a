conv -e 1 -t text $DATA/s32.aiff > file
cat $DATA/s32.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
