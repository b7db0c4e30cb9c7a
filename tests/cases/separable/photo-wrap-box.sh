conv --dims=2 -m same -b wrap -g box:5 -M separable -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b wrap -g box:5 -M direct -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b wrap -g box:5  -t csv $DATA/separable/photo.npy
