conv --axes=1,2 -m full $DATA/axes/broadcast-before-taps.npy $DATA/axes/broadcast-before.npy | cmp - $DATA/axes/broadcast-before-full.npy && echo full
conv --axes=1,2 -m same $DATA/axes/broadcast-before-taps.npy $DATA/axes/broadcast-before.npy | cmp - $DATA/axes/broadcast-before-same.npy && echo same
conv --axes=1,2 -m valid $DATA/axes/broadcast-before-taps.npy $DATA/axes/broadcast-before.npy | cmp - $DATA/axes/broadcast-before-valid.npy && echo valid
