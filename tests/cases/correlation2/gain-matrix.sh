conv --print-kernel --dims=2 --normalize=gain -t text $DATA/correlation2/gain-matrix.npy
