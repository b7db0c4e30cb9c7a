cat $DATA/npy/column.npy $DATA/npy/truncated.npy > x
conv -e 1 -o y x && wc -c < y
