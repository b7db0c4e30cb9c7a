
        conv -M direct -e 1,-2,3 $DATA/npy/flat-fortran.npy | cmp - $DATA/npy/flat-result.npy && echo same
        cat $DATA/npy/flat-fortran.npy | conv -M direct -e 1,-2,3 | cmp - $DATA/npy/flat-result.npy && echo same
