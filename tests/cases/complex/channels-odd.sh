conv $DATA/complex/ch4.npy $DATA/complex/taps1.npy -e 1 2>/dev/null
conv $DATA/complex/ch4.npy -k $DATA/complex/taps3.npy
