{
conv -m same --axes=-4 -t text $DATA/axes/four-along-0.npy $DATA/axes/four.npy
conv -m same --axes=-4 -t text $DATA/axes/four-along-0-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=1 -t text $DATA/axes/four-along-1.npy $DATA/axes/four.npy
conv -m same --axes=1 -t text $DATA/axes/four-along-1-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=3 -t text $DATA/axes/four-along-3.npy $DATA/axes/four.npy
conv -m same --axes=3 -t text $DATA/axes/four-along-3-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=-2,-4 -t text $DATA/axes/four-along-02.npy $DATA/axes/four.npy
conv -m same --axes=-2,-4 -t text $DATA/axes/four-along-02-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=3,1 -t text $DATA/axes/four-along-13.npy $DATA/axes/four.npy
conv -m same --axes=3,1 -t text $DATA/axes/four-along-13-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=3,-4 -t text $DATA/axes/four-along-03.npy $DATA/axes/four.npy
conv -m same --axes=3,-4 -t text $DATA/axes/four-along-03-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=3,-2,1 -t text $DATA/axes/four-along-123.npy $DATA/axes/four.npy
conv -m same --axes=3,-2,1 -t text $DATA/axes/four-along-123-squeezed.npy $DATA/axes/four.npy
conv -m same --axes=3,-2,1,-4 -t text $DATA/axes/four-along-0123.npy $DATA/axes/four.npy
conv -m same --axes=3,-2,1,-4 -t text $DATA/axes/four-along-0123-squeezed.npy $DATA/axes/four.npy
} | tr ' ' '\n'
