# needs: sox
conv -e 1 $DATA/s16.flac -o y.flac && samples-of $DATA/s16.flac > a && samples-of y.flac | cmp - a && wc -l < a
