# lags of which the signal has none
seq 5 | conv -c --lags=10:20 -e 1,2 --explain | grep lags
