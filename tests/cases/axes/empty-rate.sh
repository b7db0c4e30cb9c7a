# an empty kernel, of one axis as rates are, which is not read before there is a signal
seq 3 | conv -e 1 -t npy > three.npy
conv --dims=all --rate-mismatch=resample "$DATA/axes/nothing.npy" three.npy |
    cmp - "$DATA/axes/nothing.npy" && echo empty
