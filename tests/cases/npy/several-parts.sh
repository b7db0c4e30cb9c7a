cat $DATA/npy/wide.npy $DATA/npy/halves-result.npy $DATA/npy/column.npy > x
conv -c -b wrap --lags=-1:-1 -e 1,1,1 x > z
for a in wide halves-result column; do conv -c -b wrap --lags=-1:-1 -e 1,1,1 $DATA/npy/$a.npy; done | cmp - z && echo same
cat x | conv -c -b wrap --lags=-1:-1 -e 1,1,1 | cmp - z && echo same
