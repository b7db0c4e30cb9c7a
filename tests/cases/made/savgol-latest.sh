head -50 $DATA/noise-1000.txt | conv -m same -g savgol:5,2,pos=4 | tail -n +5
