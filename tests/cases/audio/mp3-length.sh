conv -e 1 $DATA/mp3.mp3 | conv -e 1 -t text | wc -l
