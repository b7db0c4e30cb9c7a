for boundary in renorm zero; do
    set -- -q -M exact -b $boundary --nan=keep -m same -k $DATA/exact-keep-taps.txt $DATA/exact-keep.txt
    conv --format=%.17g "$@" > all && cat all && conv -u -j1 --format=%.17g "$@" | cmp - all
done
