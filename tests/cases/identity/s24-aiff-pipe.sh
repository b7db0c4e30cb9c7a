# needs: sox
conv -e 1 $DATA/s24.aiff > y.wav && samples-of $DATA/s24.aiff > a && samples-of y.wav | cmp - a && wc -l < a
