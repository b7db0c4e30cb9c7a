# needs: sox
conv -e 1 $DATA/s24.au > y.wav && samples-of $DATA/s24.au > a && samples-of y.wav | cmp - a && wc -l < a
