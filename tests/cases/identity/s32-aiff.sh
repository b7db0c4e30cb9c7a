# needs: sox
conv -e 1 $DATA/s32.aiff -o y.aiff && samples-of $DATA/s32.aiff > a && samples-of y.aiff | cmp - a && wc -l < a
