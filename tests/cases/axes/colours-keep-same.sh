for M in direct fft; do
    conv --dims=2 -M $M -m same -b edge --nan=keep -t text $DATA/axes/colours-weights.npy $DATA/axes/colours-holed.npy
done
