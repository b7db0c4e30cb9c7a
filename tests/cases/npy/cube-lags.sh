conv -c --lags -e 1,2 -m valid $DATA/npy/cube.npy | head -c 128 | grep -ao '(.*)'
