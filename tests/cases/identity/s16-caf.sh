# needs: sox
conv -e 1 $DATA/s16.caf -o y.caf && samples-of $DATA/s16.caf > a && samples-of y.caf | cmp - a && wc -l < a
