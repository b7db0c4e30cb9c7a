conv --normalize=sum --print-kernel $DATA/complex/norm-columns.npy -t raw | od -An -v -w32 -tf8
