try() {
    printf '1 2\n3 4\n5 6\n' | conv "$@"
    echo "status $?"
}
try --dims=0 -e 1
try --dims=1.5 -e 1
try --dims=17 -e 1
try --dims=3 -g box:2
try --dims=3 -e 1
try -e '1;2'
try --dims=2 -e '1 2;3'
try --dims=2 -e '1;;2'
try --dims=2 -e '1;'
try --dims=2 -e ''
try --dims=2 -m valid -e '1 2 3'
try --dims=2 -c -e '1 2' --normalize=xcorr --overlap=3
try --dims=2 -g savgol:3,1 -m same -b fit
try --dims=2 -g box:9000
try --dims=2 -e 1 --step=1,2,3
try -c -e 1 --lags=0:1,0:1
try --dims=2 -c -e 1 --lags=0:1,5
try --dims=2 -e 1 --step=2,0
try --dims=2 -c -e 1 --lags=0:1,5:6
try --dims=2 -c -e 1 --lags --nan=keep
try -b wrap,edge -e 1
try --dims=2 -b wrap,edge,zero -e 1
try --dims=2 -b wrap,nowhere -e 1
try --dims=2 -b wrap, -e 1
try --dims=2 -b fit,zero -g savgol:3,1 -m same
try --dims=2 --origin=0,0,0 -e 1
try --origin=left,right -e 1
try --dims=2 --origin=0,middle -e 1
try --dims=2 --origin=0,1 -e '1; 2'
try --dims=2 -b zero,edge,wrap,zero,edge,wrap,zero,edge,wrap,zero,edge,wrap,zero,edge,wrap,zero,zero -e 1
try -e 1 -b wrap,edge -b zero --origin=0,1 --origin=0
try --dims=2 -e 1 "$SAMPLES/speech.wav"
printf '1 2\n' | conv --dims=2 -e '1; 10'
printf 'a,b\n1,2\n3,4\n' | conv --dims=2 -m same -e '1 1'
printf 'a,b\n1,2\n3,4\n' | conv --dims=2 -e '1 1'
conv --dims=2 -e '1 2; 3 4' --print-kernel
conv --dims=2 -g box:2 --print-kernel -t npy | head -c 100 | grep -ao '(.*)'
