# needs: sox
conv -e 1 $DATA/s16.au > y.wav && samples-of $DATA/s16.au > a && samples-of y.wav | cmp - a && wc -l < a
