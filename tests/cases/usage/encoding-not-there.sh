conv -e 1 $DATA/s16.wav -o y.flac --encoding=f32
