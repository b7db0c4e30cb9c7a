conv --nan=fill:2.5 -b constant:-1.5 -m same $DATA/complex/holed-taps-complex.npy $DATA/complex/holed.npy -t raw | od -An -v -w16 -tf8
