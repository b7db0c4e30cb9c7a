conv --normalize=sum --print-kernel $DATA/complex/norm-taps.npy -t raw | od -An -v -w16 -tf8
