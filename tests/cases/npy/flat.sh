
        conv -M direct -e 1,-2,3 $DATA/npy/flat.npy | cmp - $DATA/npy/flat-result.npy && echo same
        cat $DATA/npy/flat.npy | conv -M direct -e 1,-2,3 -o y; cmp y $DATA/npy/flat-result.npy && echo same
