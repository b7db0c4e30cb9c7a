
        conv -M direct -e 1,-2,3 $DATA/npy/sixteen-fortran.npy | cmp - $DATA/npy/sixteen-result.npy && echo same
        cat $DATA/npy/sixteen-fortran.npy | conv -M direct -e 1,-2,3 | cmp - $DATA/npy/sixteen-result.npy && echo same
