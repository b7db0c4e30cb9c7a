head -50 $DATA/noise-1000.txt | conv -m same -b edge -g exp:span=7
