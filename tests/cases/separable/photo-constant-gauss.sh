conv --dims=2 -m same -b constant:2 -g gauss:1.5 -M separable -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b constant:2 -g gauss:1.5 -M direct -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b constant:2 -g gauss:1.5  -t csv $DATA/separable/photo.npy
