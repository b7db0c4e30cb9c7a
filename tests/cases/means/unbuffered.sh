for method in direct exact; do
    conv -u -j1 -g savgol:21,4 -m same -M $method $DATA/means-integers.txt
done
