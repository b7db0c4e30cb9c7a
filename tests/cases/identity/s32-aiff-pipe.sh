# needs: sox
conv -e 1 $DATA/s32.aiff > y.wav && samples-of $DATA/s32.aiff > a && samples-of y.wav | cmp - a && wc -l < a
