run() {
    conv -c --dims=2 -m valid --normalize=xcorr "$@" -t text $DATA/correlation2/uneven-taps.npy
}
for M in fft direct; do
    run -j 1 -M $M < $DATA/correlation2/uneven.npy > y
    cat $DATA/correlation2/uneven.npy | run -j 3 -M $M | cmp - y
    awk 'BEGIN { split("1 96 100 131 166 206 280", row); k = 1 }
        NR == row[k] { for (i = 1; i <= NF; i += 3) print $i; k++ }' y
done
