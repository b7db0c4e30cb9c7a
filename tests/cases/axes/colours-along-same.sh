{
conv -m same --axes=1 -t text $DATA/axes/colours-along-1.npy $DATA/axes/colours.npy
conv -m same --axes=1 -t text $DATA/axes/colours-along-1-squeezed.npy $DATA/axes/colours.npy
conv -m same --axes=-1 -t text $DATA/axes/colours-along-2.npy $DATA/axes/colours.npy
conv -m same --axes=-1 -t text $DATA/axes/colours-along-2-squeezed.npy $DATA/axes/colours.npy
conv -m same --axes=-1,-3 -t text $DATA/axes/colours-along-02.npy $DATA/axes/colours.npy
conv -m same --axes=-1,-3 -t text $DATA/axes/colours-along-02-squeezed.npy $DATA/axes/colours.npy
conv -m same --axes=-1,1 -t text $DATA/axes/colours-along-12.npy $DATA/axes/colours.npy
conv -m same --axes=-1,1 -t text $DATA/axes/colours-along-12-squeezed.npy $DATA/axes/colours.npy
} | tr ' ' '\n'
