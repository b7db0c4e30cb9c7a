# needs: sox
conv -e 1 $DATA/s16.au -o y.au && samples-of $DATA/s16.au > a && samples-of y.au | cmp - a && wc -l < a
