for M in direct fft exact auto; do for b in zero constant:-1.5 edge symmetric mirror wrap odd; do
    conv --dims=2 -M $M -m same -b $b $DATA/complex/image-taps.npy $DATA/complex/image.npy -t raw
done; done | od -An -v -w256 -tf8
