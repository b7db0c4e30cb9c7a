# needs: sox
conv -e 1 $DATA/extensible24.wav > y.wav && samples-of $DATA/extensible24.wav > a && samples-of y.wav | cmp - a && wc -l < a
