# needs: sox
conv -e 1 $DATA/s16.wav --encoding=s24 | soxi -b -; conv -e 1 $DATA/s16.wav --encoding=f64 | soxi -b -; conv -q -e 1 $DATA/s16.wav --encoding=s8 | soxi -b -
