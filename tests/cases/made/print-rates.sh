conv --print-kernel -k $DATA/s16.wav --rate=44100
