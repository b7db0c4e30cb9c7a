conv -c -M direct --normalize=xcorr $DATA/taps-8.txt $DATA/noise-20.txt
