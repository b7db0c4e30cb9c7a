conv -e 1 -t text $DATA/alac16.caf > file
cat $DATA/alac16.caf | conv -e 1 -t text > pipe
cmp file pipe && cat file
