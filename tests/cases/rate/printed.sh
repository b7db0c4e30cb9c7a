# a printed kernel is for no signal, so it is read once, from a pipe too, and not resampled
conv --print-kernel "$SAMPLES/room.wav" > plain
conv -e 1 -t au "$SAMPLES/room.wav" | conv --print-kernel --rate-mismatch=resample -k - |
    cmp - plain && echo same
conv --print-kernel --rate-mismatch=resample --kernel-length=10ms "$SAMPLES/room.wav" 2>&1 \
    > /dev/null | wc -l
