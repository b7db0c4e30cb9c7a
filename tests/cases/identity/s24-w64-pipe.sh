# needs: sox
conv -e 1 $DATA/s24.w64 > y.wav && samples-of $DATA/s24.w64 > a && samples-of y.wav | cmp - a && wc -l < a
