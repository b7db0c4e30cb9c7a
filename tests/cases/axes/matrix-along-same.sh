{
conv -m same --axes=1 -t text $DATA/axes/matrix-along-1.npy $DATA/axes/matrix.npy
conv -m same --axes=1 -t text $DATA/axes/matrix-along-1-squeezed.npy $DATA/axes/matrix.npy
conv -m same --axes=1,-2 -t text $DATA/axes/matrix-along-01.npy $DATA/axes/matrix.npy
conv -m same --axes=1,-2 -t text $DATA/axes/matrix-along-01-squeezed.npy $DATA/axes/matrix.npy
} | tr ' ' '\n'
