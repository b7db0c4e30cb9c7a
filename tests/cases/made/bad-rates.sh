conv -g box:1ms --rate=16000 $DATA/s16.wav
