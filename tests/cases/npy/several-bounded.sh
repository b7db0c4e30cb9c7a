# Results whose integers are looked at first wait in a temporary file, each by itself: a limit for
# files that one of eight is within, and an error after the first.
header="{'descr': '<i8', 'fortran_order': False, 'shape': (65536,), }"
{ printf '\223NUMPY\001\000v\000%-117s\n' "$header"; head -c 524288 /dev/zero; } > x
(ulimit -f 2048; cat x x x x x x x x | conv -e 1 | cksum) > sum
cat x x x x x x x x | cksum | cmp - sum && echo same
cat x $DATA/npy/bad-key.npy | { conv -e 1; echo $? > status; } | cmp - x && cat status
cat x x | conv -e 1 >> y && cat x x | cmp - y && echo same
{ echo; cat x x | conv -e 1; cat x | conv -e 1; } > z && tail -c +2 z > w && cat x x x | cmp - w && echo same
