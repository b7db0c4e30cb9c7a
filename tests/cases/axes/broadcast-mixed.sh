conv --axes=0,1 -m full $DATA/axes/broadcast-mixed-taps.npy $DATA/axes/broadcast-mixed.npy | cmp - $DATA/axes/broadcast-mixed-full.npy && echo full
conv --axes=0,1 -m same $DATA/axes/broadcast-mixed-taps.npy $DATA/axes/broadcast-mixed.npy | cmp - $DATA/axes/broadcast-mixed-same.npy && echo same
conv --axes=0,1 -m valid $DATA/axes/broadcast-mixed-taps.npy $DATA/axes/broadcast-mixed.npy | cmp - $DATA/axes/broadcast-mixed-valid.npy && echo valid
