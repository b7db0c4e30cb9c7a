for mode in same valid; do conv -m $mode -e 1,-2,3 -t text $DATA/npy/column.npy; done
