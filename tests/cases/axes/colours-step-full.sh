conv --dims=2 -m full -b edge --step=2,3 --nan=keep -t text $DATA/axes/colours-weights.npy $DATA/axes/colours-holed.npy
