
        conv -M direct -e 1,-2,3 $DATA/npy/cube.npy | cmp - $DATA/npy/cube-result.npy && echo same
        cat $DATA/npy/cube.npy | conv -M direct -e 1,-2,3 -o y; cmp y $DATA/npy/cube-result.npy && echo same
