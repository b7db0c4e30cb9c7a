conv --dims=2 -e '1 2j; 3 4' $DATA/complex/image.npy | head -c 80 | grep -ac "'<c16', 'fortran_order': False, 'shape': (10, 9, 2)"
conv --dims=2 -e '1 2j; 3 4' $DATA/complex/image-real.npy | head -c 80 | grep -ac "'<c16', 'fortran_order': False, 'shape': (10, 9)"
conv -e '1 2j 3' $DATA/complex/image-real.npy | head -c 80 | grep -ac "'<c16', 'fortran_order': False, 'shape': (11, 8)"
