conv --dims=2 -m same -b edge --step=2,3 --nan=keep -t text $DATA/axes/matrix-weights.npy $DATA/axes/matrix-holed.npy
