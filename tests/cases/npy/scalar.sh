
        conv -M direct -e 1,-2,3 $DATA/npy/scalar.npy | cmp - $DATA/npy/scalar-result.npy && echo same
        cat $DATA/npy/scalar.npy | conv -M direct -e 1,-2,3 -o y; cmp y $DATA/npy/scalar-result.npy && echo same
