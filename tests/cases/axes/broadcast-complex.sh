conv --axes=1 -m full $DATA/axes/broadcast-complex-taps.npy $DATA/axes/broadcast-complex.npy | cmp - $DATA/axes/broadcast-complex-full.npy && echo full
conv --axes=1 -m same $DATA/axes/broadcast-complex-taps.npy $DATA/axes/broadcast-complex.npy | cmp - $DATA/axes/broadcast-complex-same.npy && echo same
conv --axes=1 -m valid $DATA/axes/broadcast-complex-taps.npy $DATA/axes/broadcast-complex.npy | cmp - $DATA/axes/broadcast-complex-valid.npy && echo valid
