for s in savgol:5,3,1 savgol:50ms,3,2 savgol:n=70,order=4,d=3,ms; do conv --rate=100 -g $s -m same -b fit $DATA/noise-20.txt; done
conv --normalize=sum --gain=20 -g savgol:9,2 -m same -b fit $DATA/noise-20.txt
