# needs: sox
conv -e 1 $DATA/s24.flac -o y.flac && samples-of $DATA/s24.flac > a && samples-of y.flac | cmp - a && wc -l < a
