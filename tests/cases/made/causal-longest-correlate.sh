head -5 $DATA/noise-20.txt | conv -c -m same --same=longest -g exp:2,4
