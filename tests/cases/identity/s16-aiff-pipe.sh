# needs: sox
conv -e 1 $DATA/s16.aiff > y.wav && samples-of $DATA/s16.aiff > a && samples-of y.wav | cmp - a && wc -l < a
