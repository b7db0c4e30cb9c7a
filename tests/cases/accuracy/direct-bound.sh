# 128, 129, 128 + 7, 128 + 2 * 15 + 3 and, over two paths, one more rounding of 2^-53
echo 1 > x
for taps in 128 129 1000 100000; do
    yes 1.5 | head -$taps > h
    conv --explain -M direct h x | grep error
done
yes '1 2 3 4' | head -1000 > h
printf '1 2\n3 4\n' > x
conv --explain -M direct h x | grep error
