conv -e 1 -t text $DATA/vorbis.ogg > file
cat $DATA/vorbis.ogg | conv -e 1 -t text > pipe
cmp file pipe && cat file
