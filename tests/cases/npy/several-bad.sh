cat $DATA/npy/halves-result.npy $DATA/npy/bad-key.npy > x
conv -q -e 1 x | cmp - $DATA/npy/halves-result.npy && echo same
conv -e 1 x -o y; status=$?; ls; exit $status
