# full and valid have the same sums for any origin; it says which frame the first of them stands beside
for origin in left right 0 2; do
    seq 4 | conv -e 1,10,100 --origin=$origin | paste -sd' '
    seq 4 | conv -e 1,10,100 --origin=$origin -m valid | paste -sd' '
    seq 4 | conv -e 1,10,100 --origin=$origin -c --lags=-1:0 | paste -sd,
    for mode in full same valid; do
        seq 4 | conv -e 1,10,100,1000 --origin=$origin -m $mode --explain | grep -o 'beside.*'
    done
done
for mode in full same valid; do
    seq 4 | conv -e 1,10,100 --origin=3 -m $mode
    echo $?
done
