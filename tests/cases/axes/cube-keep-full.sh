for M in direct fft; do
    conv --dims=3 -M $M -m full -b edge --nan=keep -t text $DATA/axes/cube-weights.npy $DATA/axes/cube-holed.npy
done
