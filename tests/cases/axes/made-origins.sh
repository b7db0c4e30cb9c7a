conv --dims=2 -m same -t text -g delta:1 -g triangle:3 $DATA/axes/matrix.npy
conv --dims=2 -m same -t text -c -g delta:1 -g triangle:3 $DATA/axes/matrix.npy
