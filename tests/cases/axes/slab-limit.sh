# 2^22 samples at a place of the first axis are the most
header="{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2048, 2049), }"
printf '\223NUMPY\001\0\166\0%-117s\n' "$header" > large.npy
conv --dims=2 -e '1;1' large.npy
