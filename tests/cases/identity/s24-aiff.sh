# needs: sox
conv -e 1 $DATA/s24.aiff -o y.aiff && samples-of $DATA/s24.aiff > a && samples-of y.aiff | cmp - a && wc -l < a
