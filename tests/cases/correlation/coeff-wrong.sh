for norm in coeff biased unbiased; do
    echo 1 2 3 | conv --normalize=$norm -e 1,2; echo $?
    echo 1 2 3 | conv -c --normalize=$norm -b edge -e 1,2; echo $?
    echo 1 2 3 | conv -c --normalize=$norm -b constant:1 -e 1,2; echo $?
    echo 1 2 3 | conv -c --normalize=$norm -b renorm -e 1,2; echo $?
    echo 1 2 3 | conv -c --normalize=$norm --nan=omit -e 1,2; echo $?
    conv -c --normalize=$norm $DATA/taps-40x4.txt $DATA/noise-300x2.txt; echo $?
    seq 300000 | TMPDIR=/nowhere conv -c --normalize=$norm --lags=0:0 -e 1,2 -o out; echo $?
    echo 1 2 nan | conv -c --normalize=$norm --nan=error -e 1,2; echo $?
done
ls
echo 1 2 3 | conv -c --normalize=coeff -e 0,0; echo $?
echo 1 2 3 | conv -c --normalize=biased -b zero -m valid -e 0,0; echo $?
