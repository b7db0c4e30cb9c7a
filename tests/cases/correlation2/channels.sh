for M in direct fft exact auto; do
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -b edge $DATA/correlation2/channels-taps.npy $DATA/correlation2/channels.npy
done
