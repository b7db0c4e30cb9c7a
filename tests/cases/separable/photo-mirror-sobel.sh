conv --dims=2 -m same -b mirror -e '1 0 -1; 2 0 -2; 1 0 -1' -M separable -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b mirror -e '1 0 -1; 2 0 -2; 1 0 -1' -M direct -t csv $DATA/separable/photo.npy
conv --dims=2 -m same -b mirror -e '1 0 -1; 2 0 -2; 1 0 -1'  -t csv $DATA/separable/photo.npy
