conv -c -b zero -M direct --normalize=xcorr $DATA/taps-3.txt $DATA/noise-20.txt
