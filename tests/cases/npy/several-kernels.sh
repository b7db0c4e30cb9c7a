cat $DATA/npy/column.npy $DATA/npy/kernel.npy > x
printf '1\n' | conv x
