conv -q --dims=2 -m same --same=longest -t text $DATA/axes/thin-weights.npy $DATA/axes/small.npy
