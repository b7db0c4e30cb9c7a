conv $DATA/complex/taps2.npy $DATA/complex/ch2.npy -t raw | od -An -v -w32 -tf8
