conv -c --normalize=biased $DATA/complex/biased-taps.npy $DATA/complex/biased.npy -t raw | od -An -v -w16 -tf8
