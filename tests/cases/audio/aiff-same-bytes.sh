# needs: sox
conv -e 1 $DATA/f32.wav -t aiff > a; conv -e 1 $DATA/f32.wav -t aiff -o b; cmp a b && soxi -e a
