conv --axes=0,-1 -m full $DATA/axes/broadcast-one-signal-taps.npy $DATA/axes/broadcast-one-signal.npy | cmp - $DATA/axes/broadcast-one-signal-full.npy && echo full
conv --axes=0,-1 -m same $DATA/axes/broadcast-one-signal-taps.npy $DATA/axes/broadcast-one-signal.npy | cmp - $DATA/axes/broadcast-one-signal-same.npy && echo same
conv --axes=0,-1 -m valid $DATA/axes/broadcast-one-signal-taps.npy $DATA/axes/broadcast-one-signal.npy | cmp - $DATA/axes/broadcast-one-signal-valid.npy && echo valid
