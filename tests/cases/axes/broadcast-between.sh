conv --axes=0,3 -m full $DATA/axes/broadcast-between-taps.npy $DATA/axes/broadcast-between.npy | cmp - $DATA/axes/broadcast-between-full.npy && echo full
conv --axes=0,3 -m same $DATA/axes/broadcast-between-taps.npy $DATA/axes/broadcast-between.npy | cmp - $DATA/axes/broadcast-between-same.npy && echo same
conv --axes=0,3 -m valid $DATA/axes/broadcast-between-taps.npy $DATA/axes/broadcast-between.npy | cmp - $DATA/axes/broadcast-between-valid.npy && echo valid
