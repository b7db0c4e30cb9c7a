# what cannot be resampled
conv -e 1 --output-rate=2 $DATA/noise-20.txt; echo $?
conv -e 1 --rate=1 --output-rate=257 $DATA/noise-20.txt; echo $?
conv -e 1 --rate=1 --output-rate=1.00000001 $DATA/noise-20.txt; echo $?
conv -e 1 --rate=1 --output-rate=2 --dims=2 $DATA/noise-50x5.txt; echo $?
conv -c --lags -e 1 --rate=1 --output-rate=2 $DATA/noise-20.txt; echo $?
conv --print-kernel -e 1 --rate=1 --output-rate=2; echo $?
conv -e 1 --rate=44100 --step=8 -t wav $DATA/noise-20.txt; echo $?
conv -e 1 --rate=44100 -t wav --encoding=f64 -o k.wav $DATA/taps-31.txt
conv k.wav --rate=48000 --dims=2 --rate-mismatch=resample $DATA/noise-50x5.txt; echo $?
conv k.wav --rate=100 --rate-mismatch=resample $DATA/noise-20.txt; echo $?
conv k.wav --rate-mismatch=whatever $DATA/noise-20.txt; echo $?
