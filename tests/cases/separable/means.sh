conv --dims=2 -m valid -M separable -t text -g box:3 $DATA/separable/counts.npy
