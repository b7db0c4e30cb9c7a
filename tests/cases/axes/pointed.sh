# what the command line alone shows to be wrong is told before a file is read, with the way to help
try() {
    conv "$@" missing 2>&1
}
try --dims=2 -b fit -m same -g savgol:3,1
try --axes=0,1 -b fit -m same -g savgol:3,1
try --dims=3 -b wrap,edge -e 1
try --axes=1 --origin=left,0 -e 1
try --dims=1 --step=2,2 -e 1
try --dims=2 -c --lags=0:1,0:1,0:1 -e 1
try --dims=3 -g box:3 -g deriv:1
true
