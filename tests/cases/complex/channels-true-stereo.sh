for M in direct fft exact auto; do conv -M $M $DATA/complex/ch4.npy $DATA/complex/ch2.npy -t raw; done | od -An -v -w32 -tf8
