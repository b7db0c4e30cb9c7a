# needs: sox
conv -e 1 $DATA/s24.wav > y.wav && samples-of $DATA/s24.wav > a && samples-of y.wav | cmp - a && wc -l < a
