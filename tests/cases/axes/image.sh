for M in direct fft auto; do for j in 1 2 3; do
    conv --dims=2 -j $j -M $M -m same -b mirror $DATA/axes/image-taps.npy $DATA/axes/image.npy |
        cmp - $DATA/axes/image-result.npy || echo differs
done; done; echo 1
