conv -g savgol:17,16,0 -m same -b fit $DATA/noise-120.txt > y; head -8 y; tail -8 y
conv -g savgol:17,16,16 -m same -b fit $DATA/noise-120.txt > y; head -8 y; tail -8 y
conv -g savgol:25,16,5 -m same -b fit $DATA/noise-120.txt > y; head -12 y; tail -12 y
conv -g savgol:101,10,0 -m same -b fit $DATA/noise-120.txt > y; head -50 y; tail -50 y
conv -g savgol:101,10,3 -m same -b fit $DATA/noise-120.txt > y; head -50 y; tail -50 y

