conv --dims=2 -m same -b edge -g gauss:1.5 -M separable -t csv $DATA/separable/tiny.npy
conv --dims=2 -m same -b edge -g gauss:1.5 -M direct -t csv $DATA/separable/tiny.npy
conv --dims=2 -m same -b edge -g gauss:1.5  -t csv $DATA/separable/tiny.npy
