# needs: sox
conv -e 1 $DATA/f32.wav -o y.wav && samples-of $DATA/f32.wav > a && samples-of y.wav | cmp - a && wc -l < a
