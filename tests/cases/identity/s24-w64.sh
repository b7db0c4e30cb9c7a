# needs: sox
conv -e 1 $DATA/s24.w64 -o y.w64 && samples-of $DATA/s24.w64 > a && samples-of y.w64 | cmp - a && wc -l < a
