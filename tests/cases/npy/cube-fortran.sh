
        conv -M direct -e 1,-2,3 $DATA/npy/cube-fortran.npy | cmp - $DATA/npy/cube-result.npy && echo same
        cat $DATA/npy/cube-fortran.npy | conv -M direct -e 1,-2,3 | cmp - $DATA/npy/cube-result.npy && echo same
