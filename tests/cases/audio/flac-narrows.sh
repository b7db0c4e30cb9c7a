# needs: sox
conv -e 1 $DATA/f32.wav -o y.flac; soxi -b y.flac; conv -e 1 $DATA/s16.wav -o z.flac; soxi -b z.flac
