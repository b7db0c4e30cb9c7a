head -300 $DATA/noise-1000.txt | conv -g gauss:2.5,d=1 -m same
