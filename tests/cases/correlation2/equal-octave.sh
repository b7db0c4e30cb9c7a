for n in biased unbiased; do
    conv -c --dims=2 -t text --normalize=$n $DATA/correlation2/equal-taps.npy $DATA/correlation2/equal.npy
done
