# needs: sox
conv -e 1 $DATA/s16.aiff -o y.aiff && samples-of $DATA/s16.aiff > a && samples-of y.aiff | cmp - a && wc -l < a
