conv -m same --origin=left -g exp:2,4 $DATA/noise-20.txt
