cat $DATA/correlation2/channels.npy |
    conv -c --dims=2 -t text --normalize=coeff $DATA/correlation2/channels-taps.npy
