# needs: sox
conv -e 1 $DATA/s16.caf > y.wav && samples-of $DATA/s16.caf > a && samples-of y.wav | cmp - a && wc -l < a
