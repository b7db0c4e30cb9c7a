for m in direct fft; do conv -M $m -g savgol:5,2 -m same -b fit $DATA/fit-20x4.txt; done
