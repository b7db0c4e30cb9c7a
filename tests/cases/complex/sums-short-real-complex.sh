for M in direct fft exact auto; do
    for b in zero constant:-1.5 edge symmetric mirror wrap odd; do conv -M $M -m full -b $b $DATA/complex/short-taps.npy $DATA/complex/short-real.npy -t raw; done
    for b in zero constant:-1.5 edge symmetric mirror wrap odd; do conv -M $M -m same -b $b $DATA/complex/short-taps.npy $DATA/complex/short-real.npy -t raw; done
    for b in zero; do conv -M $M -m valid -b $b $DATA/complex/short-taps.npy $DATA/complex/short-real.npy -t raw; done
done | od -An -v -w16 -tf8
