conv -e 1 $DATA/noise.bin
