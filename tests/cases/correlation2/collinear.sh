for M in direct fft; do
    conv -c --dims=2 -M $M -m valid --normalize=xcorr -t text $DATA/correlation2/collinear-taps.npy $DATA/correlation2/collinear.npy |
        awk '{ for (i = 1; i <= NF; i++) if ($i * $i >= 1) print NR, i, $i }'
done
