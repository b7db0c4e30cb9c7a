conv -M direct --map=1:2:1,2:1:2 $DATA/taps-7x5.txt $DATA/noise-50x5.txt
