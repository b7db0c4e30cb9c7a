conv -c --dims=2 -t text --normalize=coeff $DATA/correlation2/loud-taps.npy $DATA/correlation2/loud.npy
