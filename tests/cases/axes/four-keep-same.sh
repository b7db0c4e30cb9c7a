for M in direct fft; do
    conv --dims=4 -M $M -m same -b edge --nan=keep -t text $DATA/axes/four-weights.npy $DATA/axes/four-holed.npy
done
