# a slab of 2^22 pixels, each with a sum for 600 columns: more than are counted and held
array() { # SHAPE BYTES
    printf '\223NUMPY\001\000v\000'
    printf '%-117s\n' "{'descr': '|i1', 'fortran_order': False, 'shape': $1, }"
    head -c "$2" /dev/zero
}
array '(1, 4194304)' 4194304 > x.npy
array '(1, 1, 600)' 600 > h.npy
conv --dims=2 h.npy x.npy -o y.npy
