# needs: sox
seq 8 > k; conv -q k $DATA/s16.wav | soxi -s -
