conv -e 1 -t text $DATA/opus.opus > file
cat $DATA/opus.opus | conv -e 1 -t text > pipe
cmp file pipe && cat file
