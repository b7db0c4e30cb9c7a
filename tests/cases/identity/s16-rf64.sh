# needs: sox
conv -e 1 $DATA/s16.rf64 -o y.wav && samples-of $DATA/s16.rf64 > a && samples-of y.wav | cmp - a && wc -l < a
