conv -c --dims=2 -t text --normalize=coeff $DATA/correlation2/channels-taps.npy $DATA/correlation2/spoilt.npy
