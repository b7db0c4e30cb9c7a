for method in exact; do
    conv -g savgol:5,2 -m valid -M $method $DATA/means-wild.txt
done
