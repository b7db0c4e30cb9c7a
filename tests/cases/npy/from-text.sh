printf '911
86
-489
326
-488
-120
' > x
conv -e 1,-2,3 -t npy x | cmp - $DATA/npy/from-text-result.npy
conv -e 1,-2,3 -o y.npy < x && cmp y.npy $DATA/npy/from-text-result.npy && echo same
