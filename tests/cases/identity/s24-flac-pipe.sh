# needs: sox
conv -e 1 $DATA/s24.flac > y.wav && samples-of $DATA/s24.flac > a && samples-of y.wav | cmp - a && wc -l < a
