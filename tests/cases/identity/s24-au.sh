# needs: sox
conv -e 1 $DATA/s24.au -o y.au && samples-of $DATA/s24.au > a && samples-of y.au | cmp - a && wc -l < a
