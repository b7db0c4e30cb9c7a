cat $DATA/correlation2/channels.npy |
    conv -c --dims=2 -t text --normalize=unbiased $DATA/correlation2/channels-taps.npy
