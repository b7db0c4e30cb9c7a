conv -e 1 -t text $DATA/ulaw.au > file
cat $DATA/ulaw.au | conv -e 1 -t text > pipe
cmp file pipe && cat file
