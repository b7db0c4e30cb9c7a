for M in direct fft auto; do
    conv -c --dims=2 -M $M -m valid --normalize=xcorr -t text $DATA/correlation2/image-taps.npy $DATA/correlation2/image.npy
done
