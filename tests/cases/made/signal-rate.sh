# the signal's rate makes milliseconds frames: 8 at 8000 a second
conv -g box:1ms --explain $DATA/s16.wav | grep ^kernel
conv -g box:1ms -t text $DATA/s16.wav > a
conv -g box:8 -t text $DATA/s16.wav > b
cmp a b
conv -g deriv:1 -t text $DATA/s16.wav > a
conv -e 4000,0,-4000 -t text $DATA/s16.wav > b
cmp a b
conv --print-kernel -g lowpass:0.125 > k
conv -k k -t text $DATA/s16.wav > b
conv -g lowpass:1000 -t text - < $DATA/s16.wav > a
cmp a b
conv -g lowpass:1,kHz -t text $DATA/s16.wav > a
cmp a b
