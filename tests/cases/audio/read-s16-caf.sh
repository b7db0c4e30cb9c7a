conv -e 1 -t text $DATA/s16.caf > file
cat $DATA/s16.caf | conv -e 1 -t text > pipe
cmp file pipe && cat file
