head -5 $DATA/noise-20.txt | conv -m same --same=longest -g exp:2,4
