conv --dims=3 -m full -b edge --step=2,3,1 --nan=keep -t text $DATA/axes/cube-weights.npy $DATA/axes/cube-holed.npy
