# --dims=all is the number of the signal's axes: further ones of the kernel are its columns
printf 'P3\n2 1\n9\n1 2 3 4 5 6\n' > colours.ppm
echo 1 10 | conv --dims=2 colours.ppm
echo 1 10 | conv --dims=all colours.ppm
# a row of taps along an only axis
echo 128 256 > row
printf '\1\2' | conv --dims=all --signal-type=raw --encoding=s8 -t text row
printf '\1\2' | conv --dims=1 --signal-type=raw --encoding=s8 -t text row
# and along the second of two
printf '1 10\n0 0\n' | conv --dims=all row
