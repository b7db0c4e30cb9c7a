conv -q --dims=2 -m same --same=longest -t text $DATA/axes/matrix-taps.npy $DATA/axes/small.npy
