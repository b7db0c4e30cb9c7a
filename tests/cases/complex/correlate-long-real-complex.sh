for m in full same valid; do
    conv -c -m $m $DATA/complex/long-taps.npy $DATA/complex/long-real.npy -t raw
done | od -An -v -w16 -tf8
