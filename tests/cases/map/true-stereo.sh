conv --map=true-stereo $DATA/taps-40x4.txt $DATA/noise-300x2.txt
