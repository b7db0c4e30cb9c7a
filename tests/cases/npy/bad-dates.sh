conv -e 1 $DATA/npy/bad-dates.npy
