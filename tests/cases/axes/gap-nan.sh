# A NaN where no tap stands, between the rows of a window that few samples weigh, is no part of the
# sum: of this the last row holds 3 NaNs, by the definition.
for M in direct fft; do
    conv --dims=2 -b renorm -M $M -t text $DATA/axes/gap-taps.npy $DATA/axes/gap.npy |
        tail -n 1 | tr ' ' '\n' | grep -n nan
done
