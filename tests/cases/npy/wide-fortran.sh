
    conv -e 1,-2,3 $DATA/npy/wide-fortran.npy | cmp - $DATA/npy/wide-result.npy && echo same
    cat $DATA/npy/wide.npy $DATA/npy/wide-fortran.npy $DATA/npy/wide-fortran.npy $DATA/npy/cube.npy > x
    cat $DATA/npy/wide-result.npy $DATA/npy/wide-result.npy $DATA/npy/wide-result.npy $DATA/npy/cube-result.npy > y
    conv -e 1,-2,3 x | cmp - y && echo same
    cat x | conv -e 1,-2,3 | cmp - y && echo same
    cat x | conv -e 1,-2,3 -b wrap -m same > a
    conv -e 1,-2,3 -b wrap -m same x | cmp - a && echo same
