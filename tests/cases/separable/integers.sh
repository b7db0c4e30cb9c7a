conv --dims=2 -m valid -M separable -t text -e '1 0 -1; 4 0 -4; 6 0 -6; 4 0 -4; 1 0 -1' $DATA/separable/large.npy
