conv --map=true-stereo $DATA/taps-40x4.txt $DATA/noise-1000.txt
