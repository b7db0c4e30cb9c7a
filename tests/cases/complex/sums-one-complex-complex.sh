for M in direct fft exact auto; do
    for b in wrap; do conv -M $M -m full -b $b $DATA/complex/one-taps.npy $DATA/complex/one.npy -t raw; done
    for b in wrap; do conv -M $M -m same -b $b $DATA/complex/one-taps.npy $DATA/complex/one.npy -t raw; done
    for b in zero; do conv -M $M -m valid -b $b $DATA/complex/one-taps.npy $DATA/complex/one.npy -t raw; done
done | od -An -v -w16 -tf8
