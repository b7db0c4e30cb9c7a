for version in 1 2 3; do
    x=$DATA/npy/float32-little-$version.npy
    conv -e 1 -t text $x
    conv -M direct -e 1,-2,3 $x | cmp - $DATA/npy/float32-result.npy && echo same
    cat $x | conv -M direct -e 1,-2,3 | cmp - $DATA/npy/float32-result.npy && echo same
    cat $x | conv -M direct -e 1,-2,3 -o y && cmp y $DATA/npy/float32-result.npy && echo same
done
