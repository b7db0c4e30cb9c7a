# each of these has no meaning for polynomials at the ends, and is told
seq 9 > x
printf '1\n2\n' > k
for arguments in '-g box:3' '-e 1,2,1' '-k k' '-g deriv:1' '-g savgol:5,2 -m full' '-g savgol:5,2 -m valid' \
    '-g savgol:5,2 --same=longest' '-g savgol:5,2 -c' '-g savgol:5,2 -c --lags=0:2' '-g savgol:5,2 --origin=0' \
    '-g savgol:5,2 --normalize=l1' '-g savgol:5,2 --normalize=peak' '-g savgol:5,2 --nan=omit' '-g savgol:5,2 --nan=keep' \
    '-g savgol:5,2,pos=0' \
    '-g savgol:5,2,pos=2' '-g savgol:11,2' '-g savgol:10,2 -u' '-g savgol:1s,2 --rate=10'; do
    case $arguments in *lags* | *-m*) mode= ;; *) mode='-m same' ;; esac
    conv -b fit $mode $arguments x -o y
    echo "$? $(ls y 2> /dev/null)"
done
# from a pipe of several columns too
seq 9 | paste - - - | conv -b fit -m same -g savgol:5,2
echo $?
# where no signal is read there are no ends
conv -b fit -g box:1 --print-kernel
