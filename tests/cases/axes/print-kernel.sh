# --print-kernel with axes prints the taps that are used, in the shape that they were given in
printf 'P2\n3 1\n9\n1 2 1\n' > row.pgm
printf 'P2\n2 2\n9\n1 1 1 3\n' > rows.pgm
for axes in 1 -1 0 2 0,1; do
    conv --axes=$axes --normalize=sum -k row.pgm --print-kernel
    conv --axes=$axes --normalize=sum -k rows.pgm --print-kernel
done
conv --normalize=sum -e '1 1; 1 1' --print-kernel
again() { # AXES NAME
    conv --axes="$1" -k "$DATA/axes/$2.npy" --print-kernel -t npy | cmp - "$DATA/axes/$2.npy"
}
again 0,2 four-along-02
again 1,3 four-along-13
again 1,2 colours-along-12
again 0,2 cube-taps
again 1 cube-taps
again 2 cube-taps
again 0 cube-taps
