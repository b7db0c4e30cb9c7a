conv --print-kernel --dims=3 --normalize=gain -t text $DATA/correlation2/gain-cube.npy
