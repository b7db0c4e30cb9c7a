# needs: sox
conv -e 1 $DATA/s16.wav -o y.wav && samples-of $DATA/s16.wav > a && samples-of y.wav | cmp - a && wc -l < a
