conv -c --normalize=biased $DATA/complex/ch4.npy $DATA/complex/ch2.npy > /dev/null
