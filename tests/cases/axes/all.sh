for k in all 4; do
    conv --dims=$k -m same -t text $DATA/axes/four-taps.npy $DATA/axes/four.npy
done
