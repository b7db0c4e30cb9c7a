# needs: sox
conv -e 1 $DATA/extensible16.wav -o y.wav && samples-of $DATA/extensible16.wav > a && samples-of y.wav | cmp - a && wc -l < a
