# a kernel is cut as it is given, and its taps are counted so, before its rate is changed
seq 300 -1 1 | conv -e 1 --rate=48000 -t wav --encoding=f64 -o long.wav
seq 300 -1 292 | conv -e 1 --rate=48000 -t wav --encoding=f64 -o short.wav
x() { conv -q --rate-mismatch=resample -t text "$@" $SAMPLES/speech.wav | cksum; }
for o in '' '-m same' '-m same -c' --tail=none --align=peak '-c --lags=-9:9'; do
    x $o short.wav > want
    x $o --kernel-length=9 long.wav | cmp want -
    x $o --kernel-length=187.5us long.wav | cmp want -
    x $o --trim=-0.25dB long.wav | cmp want -
done
p() { conv -q --rate-mismatch=resample --rate=16000 --print-kernel "$@"; }
p -k short.wav > want
p -k long.wav --kernel-length=9 | cmp want -
