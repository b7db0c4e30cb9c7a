# a NaN after all frames that a range of lags needs is an error however far the signal is read
seq 60 | sed '$s/.*/nan/' > short
seq 300000 | sed '$s/.*/nan/' > long
{ head -c 2400000 /dev/zero; printf '\0\0\0\0\0\0\370\377'; } > raw
ranged() { conv -q -c -e 1,2,3 --nan=error "$@" > out; echo $?; }
for lags in --lags=-2:-1 --lags=5:9; do
    for option in -q -u -j1; do
        ranged "$lags" "$option" short
        ranged "$lags" "$option" < long
        ranged "$lags" "$option" --signal-type=raw --encoding=f64 raw
    done
    ranged "$lags" -b wrap long
done
seq 60 | conv -c -e 1,2,3 --nan=error --lags=-2:-1
