for method in exact; do
    conv -g savgol:5,2 --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt
done
