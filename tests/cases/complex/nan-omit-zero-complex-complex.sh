for M in direct fft exact auto; do conv -M $M --nan=omit -b zero $DATA/complex/holed-taps.npy $DATA/complex/holed-complex.npy -t raw; done | od -An -v -w16 -tf8
