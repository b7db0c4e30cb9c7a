for m in full same valid; do
    conv -c -m $m $DATA/complex/one-taps.npy $DATA/complex/one.npy -t raw
done | od -An -v -w16 -tf8
