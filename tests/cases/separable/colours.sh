conv --dims=2 -m same -b mirror -g gauss:1 -M separable -t csv $DATA/separable/colours.npy
conv --dims=2 -m same -b mirror -g gauss:1 -M direct -t csv $DATA/separable/colours.npy
conv --dims=2 -m same -b mirror -g gauss:1  -t csv $DATA/separable/colours.npy
