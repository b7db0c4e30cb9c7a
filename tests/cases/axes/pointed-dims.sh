# channels that do not pair, where the kernel has as many axes as could be convolved
for options in "" --dims=2 --axes=0; do
    conv $options "$DATA/axes/cube-taps.npy" "$DATA/axes/four.npy" 2>&1 | sed "s,$DATA/,,g"
done
conv "$DATA/axes/cube-taps.npy" "$DATA/axes/matrix.npy" 2>&1 | sed "s,$DATA/,,g"
