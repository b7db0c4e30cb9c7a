conv -q --dims=2 -m valid -t text $DATA/axes/small-taps.npy $DATA/axes/small.npy
