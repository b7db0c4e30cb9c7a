conv -g lowpass:5000 $DATA/s16.wav
