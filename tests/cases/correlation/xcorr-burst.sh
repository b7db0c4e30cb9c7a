{ cat $DATA/noise-20.txt; echo 1e8; echo -1e8; cat $DATA/noise-20.txt; } | conv -c -m valid --normalize=xcorr $DATA/taps-3.txt
