for m in full same valid; do
    conv -c -m $m $DATA/complex/short-taps.npy $DATA/complex/short.npy -t raw
done | od -An -v -w16 -tf8
