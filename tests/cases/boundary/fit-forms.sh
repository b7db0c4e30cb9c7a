# as many frames as the signal has, from files and pipes that tell their length or do not, and for each of several signals
fit='-g savgol:9,2 -m same -b fit'
conv $fit $SAMPLES/speech.wav -o a.wav
cat $SAMPLES/speech.wav | conv $fit | cmp - a.wav
wc -c < a.wav | awk -v s="$(wc -c < $SAMPLES/speech.wav)" '{ print ($1 == s) }'
for n in 9 10 300; do head -$n $DATA/noise-300x2.txt | conv -e 1 -t npy > $n.npy; conv $fit $n.npy > $n.out; done
cat 9.npy 300.npy 10.npy | conv $fit > all
cat 9.out 300.out 10.out | cmp - all
conv $fit 300.npy -t raw | od -An -v -t f8 -w16 | awk 'NF == 2 { n++ } END { print n }'
# of integers and integer taps the type is float64 all the same, as that of the ends
{
    printf '\223NUMPY\001\000\166\000%-117s\n' "{'descr': '|i1', 'fortran_order': False, 'shape': (9,), }"
    printf '\001\002\003\004\005\006\007\010\011'
} > i1.npy
for b in edge fit; do conv -g savgol:3,2,2 -m same -b $b i1.npy | head -c 60 | tr -c 'a-z0-9' ' ' | grep -o '[if]8'; done
