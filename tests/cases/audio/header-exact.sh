conv -m valid -e 1,1,1 $DATA/s16.wav | od -An -v -tu4 -j 4 -N 4 && conv -m valid -e 1,1,1 $DATA/s16.wav | od -An -v -tu4 -j 40 -N 4 && conv -m valid -e 1,1,1 -q $DATA/s16.wav | wc -c
