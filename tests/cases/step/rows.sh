# rows of the whole result, whatever else is asked for
check() { # SIGNAL OPTION...
    signal=$1
    shift
    conv "$@" < "$signal" > all
    for n in 2 3 10 64 1000; do
        awk "NR % $n == 1" all > want
        for j in 1 3; do
            conv -j $j --step=$n "$@" < "$signal" > got
            cmp want got || echo "step $n, $j threads: $*"
        done
    done
}
for m in direct fft exact; do
    for b in zero edge mirror wrap renorm; do
        check $DATA/noise-300x2.txt -M $m -m same -b $b -k $DATA/taps-31.txt
        check $DATA/holes-40x2.txt -M $m -m same -b $b --nan=keep:1/3 -e 1,2,3,2,1
        check $DATA/holes-40x2.txt -M $m -m full -b $b --nan=omit -g box:7 --gain=6
    done
    check $DATA/holes-40x2.txt -M $m -e 1,2,3,2,1
    for norm in xcorr coeff biased unbiased; do
        check $DATA/noise-300x2.txt -M $m -c --lags --normalize=$norm -k $DATA/taps-31.txt
        check $DATA/noise-300x2.txt -M $m -c --lags=-9:50 --normalize=$norm -k $DATA/taps-31.txt
    done
    check $DATA/holes-40x2.txt -M $m -c --lags --nan=omit --normalize=xcorr -e 1,2,5,2,1
done
check $DATA/noise-300x2.txt -u -m same -k $DATA/taps-31.txt
check $DATA/noise-300x2.txt -m same -b fit -g savgol:11,2
