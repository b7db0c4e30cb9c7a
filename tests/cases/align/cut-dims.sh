# what fades is 5 ms of the signal's rate, whether or not the axes are given
x() { conv -q $DATA/decay-3000.txt --tail=none "$@" $SAMPLES/speech.wav --encoding=f64 | cksum; }
x --kernel-length=170ms > time
x --kernel-length=2720 | cmp time -
x --kernel-length=2720 --dims=1 | cmp time -
x --trim=-20dB > level
x --trim=-20dB --dims=1 | cmp level -
cmp -s time level || echo different
