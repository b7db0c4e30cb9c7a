conv -q --dims=2 -c -m valid -t text $DATA/axes/small-taps.npy $DATA/axes/small.npy
