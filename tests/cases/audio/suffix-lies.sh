cp $DATA/s16.wav song.txt; seq 3 > text.au; conv -e 1 song.txt -t text | wc -l; conv -e 1 text.au
