conv --axes=-1,1 -m same -b symmetric -t text -g box:2 -g gauss:1 $DATA/axes/four.npy
