# |1 + g exp(-i w D)| is at most 1 + |g|, at frequencies beside the grid's too
for s in echo:999,-0.25 echo:1000,-0.25 echo:77,3; do conv --print-kernel -g $s --normalize=gain --format=%.12f | awk '$1 != 0' | tr '\n' ' '; done
