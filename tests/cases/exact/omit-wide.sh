for boundary in renorm zero; do
    set -- -q -M exact -b $boundary --nan=omit -k $DATA/exact-omit-wide-taps.txt $DATA/exact-omit-wide.txt
    conv --format=%.17g "$@" > all && cat all && conv -u -j1 --format=%.17g "$@" | cmp - all
done
