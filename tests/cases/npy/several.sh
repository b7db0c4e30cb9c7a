cat $DATA/npy/wide.npy $DATA/npy/halves-result.npy $DATA/npy/column.npy > x
conv -e 1 x > z
cat x | conv -e 1 | cmp - z && conv -e 1 -u x | cmp - z && conv -e 1 -j3 x -o w && cmp w z && echo same
conv -e 1,-2,3 x > z
conv -e 1,-2,3 $DATA/npy/wide.npy > each
conv -e 1,-2,3 $DATA/npy/halves-result.npy >> each
conv -e 1,-2,3 $DATA/npy/column.npy >> each
cmp each z && echo same
head -c 128 z | tail -c 118 | tr -s ' '
tail -c +$((128 + 8 * 3 * 8 + 1)) z | head -c 128 | tail -c 118 | tr -s ' '
