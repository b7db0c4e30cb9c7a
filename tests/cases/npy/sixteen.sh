
        conv -M direct -e 1,-2,3 $DATA/npy/sixteen.npy | cmp - $DATA/npy/sixteen-result.npy && echo same
        cat $DATA/npy/sixteen.npy | conv -M direct -e 1,-2,3 -o y; cmp y $DATA/npy/sixteen-result.npy && echo same
