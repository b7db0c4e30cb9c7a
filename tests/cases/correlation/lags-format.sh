# --format is for the values
echo 1 2 3 | conv -c --lags --format=%.1f --rate=48000 -e 1,2
