# needs: sox
conv -e 1 $DATA/s32.wav -o y.wav && samples-of $DATA/s32.wav > a && samples-of y.wav | cmp - a && wc -l < a
