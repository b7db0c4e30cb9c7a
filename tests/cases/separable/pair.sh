conv --dims=2 -m valid $DATA/separable/pair.npy -M separable -t csv $DATA/separable/colours.npy
conv --dims=2 -m valid $DATA/separable/pair.npy -M direct -t csv $DATA/separable/colours.npy
conv --dims=2 -m valid $DATA/separable/pair.npy  -t csv $DATA/separable/colours.npy
