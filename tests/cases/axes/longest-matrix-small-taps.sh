conv -q --dims=2 -m same --same=longest -t text $DATA/axes/small-taps.npy $DATA/axes/matrix.npy
