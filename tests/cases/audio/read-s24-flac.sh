conv -e 1 -t text $DATA/s24.flac > file
cat $DATA/s24.flac | conv -e 1 -t text > pipe
cmp file pipe && cat file
