cat $DATA/npy/column.npy $DATA/npy/int64-powers.npy $DATA/npy/column.npy > x
for a in column int64-powers column; do conv -q -e 3,1 $DATA/npy/$a.npy; done > each
conv -q -e 3,1 x | cmp - each && echo same
cat x | conv -q -e 3,1 | cmp - each && echo same
cat x | conv -q -e 3,1 -o y && cmp y each && echo same
