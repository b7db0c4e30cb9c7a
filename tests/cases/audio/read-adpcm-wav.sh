conv -e 1 -t text $DATA/adpcm.wav > file
cat $DATA/adpcm.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
