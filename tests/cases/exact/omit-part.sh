for boundary in renorm zero; do
    set -- -q -M exact -b $boundary --nan=omit:3/5 -k $DATA/exact-omit-part-taps.txt $DATA/exact-omit-part.txt
    conv --format=%.17g "$@" > all && cat all && conv -u -j1 --format=%.17g "$@" | cmp - all
done
