conv --axes=1 -m full $DATA/axes/broadcast-crossed-taps.npy $DATA/axes/broadcast-crossed.npy | cmp - $DATA/axes/broadcast-crossed-full.npy && echo full
conv --axes=1 -m same $DATA/axes/broadcast-crossed-taps.npy $DATA/axes/broadcast-crossed.npy | cmp - $DATA/axes/broadcast-crossed-same.npy && echo same
conv --axes=1 -m valid $DATA/axes/broadcast-crossed-taps.npy $DATA/axes/broadcast-crossed.npy | cmp - $DATA/axes/broadcast-crossed-valid.npy && echo valid
