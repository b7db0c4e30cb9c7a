for M in direct fft; do
    conv --dims=2 -M $M -m same -b edge --nan=keep -t text $DATA/axes/matrix-weights.npy $DATA/axes/matrix-holed.npy
done
