# an array without axes: one sample, and with all of its axes convolved the result has none either
cd "$DATA/axes" || exit
conv --dims=all scalar.npy scalar.npy | cmp - scalar-result.npy
conv --dims=all -e 3.5 scalar.npy | cmp - scalar-result.npy
shape() {
    conv "$@" scalar.npy | head -c 128 | grep -ao "'shape': (.*)"
}
shape scalar.npy
shape --dims=all -e 1,2
conv --dims=all -t text scalar.npy scalar.npy
