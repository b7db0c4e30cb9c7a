# needs: sox
conv -e 1 $DATA/s16.flac > y.wav && samples-of $DATA/s16.flac > a && samples-of y.wav | cmp - a && wc -l < a
