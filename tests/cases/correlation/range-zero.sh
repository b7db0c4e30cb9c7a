for n in 1 2 7 20; do
    head -$n $DATA/noise-20.txt > x
    for m in 2 8 31; do
        conv -c -b zero --lags=-$((m - 1)):-1 $DATA/taps-$m.txt x || exit
        cat x | conv -c -b zero --lags=$((n - 1)):90 $DATA/taps-$m.txt || exit
    done
done
