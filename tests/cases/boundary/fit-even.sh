for s in 4,2 6,3,1; do conv -g savgol:$s -m same -b fit $DATA/noise-20.txt; done
