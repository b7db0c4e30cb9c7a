conv --dims=2 -c $DATA/complex/image-taps.npy $DATA/complex/image-real.npy -t raw | od -An -v -w176 -tf8
