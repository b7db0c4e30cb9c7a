for M in direct fft exact auto; do
    for b in zero odd; do conv -M $M -m full -b $b $DATA/complex/long-taps.npy $DATA/complex/long.npy -t raw; done
    for b in zero odd; do conv -M $M -m same -b $b $DATA/complex/long-taps.npy $DATA/complex/long.npy -t raw; done
    for b in zero; do conv -M $M -m valid -b $b $DATA/complex/long-taps.npy $DATA/complex/long.npy -t raw; done
done | od -An -v -w16 -tf8
