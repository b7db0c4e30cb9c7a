# needs: sox
conv -e 4 $DATA/s16.wav -o y.wav; samples-of y.wav | sort -n | sed -n '1p;$p'
