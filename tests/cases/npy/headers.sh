for name in quotes order tight spaces long fortran-one fortran-column native twice padded; do conv -e 1 -t csv $DATA/npy/header-$name.npy | paste -s -d ' ' -; done
