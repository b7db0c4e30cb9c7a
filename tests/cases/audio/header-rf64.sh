conv -e 1 -t rf64 $DATA/s16.wav | od -An -v -tx1 -N 48
