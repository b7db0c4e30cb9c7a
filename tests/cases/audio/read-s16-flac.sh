conv -e 1 -t text $DATA/s16.flac > file
cat $DATA/s16.flac | conv -e 1 -t text > pipe
cmp file pipe && cat file
