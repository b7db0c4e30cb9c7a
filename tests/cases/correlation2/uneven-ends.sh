for h in taps steep-taps; do
    conv -c --dims=2 -M fft --normalize=xcorr -t text $DATA/correlation2/uneven-$h.npy $DATA/correlation2/uneven.npy |
        awk '{ r = NR - 1 } r == 3 || r == 110 || r == 150 || r == 230 || r == 318 {
            for (i = 0; i < 40; i += 3) print $(i + 1)
            for (i = 200; i < 236; i += 3) print $(i + 1) }'
done
