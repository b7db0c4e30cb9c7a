conv --dims=4 -m same -b edge --step=2,3,1,2 --nan=keep -t text $DATA/axes/four-weights.npy $DATA/axes/four-holed.npy
