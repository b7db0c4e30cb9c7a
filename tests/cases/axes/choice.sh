# which axes can be convolved: a table has two, audio one
try() {
    printf '1 2 4\n8 16 32\n' | conv "$@"
    echo "status $?"
}
try --axes=1 -e '1 1'
try --axes=-1 -e '1 1' -m same
try --axes=-2 -e '1 1'
try --axes=1,0 -e '1; 10' -m valid
try --axes=0,-1 -g box:2 -m valid
try --dims=all -e '1; 10' -m valid
printf '1 1\n' | conv --axes=1 -m valid - "$DATA/axes/matrix-integers.npy" -t npy | head -c 128 |
    grep -ao "'shape': (.*)"
printf '1 2 4\n' | conv --axes=1 -e '1 1'
try --axes=1 -c -e '1 1' --normalize=coeff
try --axes=1 -g savgol:3,1 -m same -b fit
try --axes=2 -e 1
try --axes=-3 -e 1
try --axes=0,0 -e 1
try --axes=1,-1 -e 1
try --axes=x -e 1
try --axes= -e 1
try --axes=0 --dims=1 -e 1
try --axes=1 -e '1; 2'
try --axes=1 -b wrap,zero -e '1 2'
conv --axes=0 -e 1 "$SAMPLES/speech.wav" | cmp - "$SAMPLES/speech.wav"
conv --axes=1 -e 1 "$SAMPLES/speech.wav"
conv --axes=2 "$DATA/axes/colours-along-02.npy" "$DATA/axes/colours.npy"
