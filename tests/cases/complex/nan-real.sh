for M in direct fft exact auto; do conv -M $M $DATA/complex/holed-taps-real.npy $DATA/complex/holed.npy -t raw; done | od -An -v -w16 -tf8
