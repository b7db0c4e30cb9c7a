conv -c -m valid --normalize=xcorr $DATA/taps-3.txt $DATA/far-20.txt
