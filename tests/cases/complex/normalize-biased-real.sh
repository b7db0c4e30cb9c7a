conv -c --normalize=biased $DATA/complex/short-taps-real.npy $DATA/complex/biased.npy -t raw | od -An -v -w16 -tf8
