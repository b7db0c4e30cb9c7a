conv -m same --origin=3 -g exp:2,4 $DATA/noise-20.txt
