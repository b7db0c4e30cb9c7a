conv -e 1 -t w64 $DATA/s16.wav > y && conv -e 1 -t w64 $DATA/s16.wav -o z && conv -e 1 -t text y | wc -l && conv -e 1 -t text z | wc -l
