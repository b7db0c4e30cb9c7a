conv -c --lags -M direct --nan=omit --normalize=xcorr $DATA/taps-8.txt $DATA/holes-40x2.txt
conv -c --lags -M direct --nan=omit --overlap=25 --normalize=xcorr $DATA/taps-40x2.txt $DATA/holes-40x2.txt
conv -c --lags -M direct --normalize=xcorr $DATA/taps-8.txt $DATA/holes-40x2.txt
