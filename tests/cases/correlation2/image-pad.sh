conv -c --dims=2 -m same -b symmetric --normalize=xcorr -t text $DATA/correlation2/image-taps.npy $DATA/correlation2/image.npy
