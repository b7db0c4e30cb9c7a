conv -c --lags -e 1,2,3 --print-kernel --format=%.3f
conv -c --lags=0:2 -e 1,2,3 --print-kernel -o k.wav --rate=8000 --encoding=f64
soxi -s k.wav
conv --lags -e 1,2,3 --print-kernel -t csv
