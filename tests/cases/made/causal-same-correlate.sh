conv -c -m same -g exp:2,4 $DATA/noise-20.txt
