# needs: sox
conv -e 1 $DATA/u8.wav -o y.wav && samples-of $DATA/u8.wav > a && samples-of y.wav | cmp - a && wc -l < a
