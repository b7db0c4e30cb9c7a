for method in exact; do
    conv -g savgol:11,3,1 -m valid -M $method $DATA/means-wild.txt
done
