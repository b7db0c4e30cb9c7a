# 2^53 itself is exact, what lies beyond is rounded: told once
for method in direct fft exact; do
    echo 9007199254740991 1 | conv -M $method -e 1,1 2> note
    wc -l < note
    echo 9007199254740991 2 | conv -M $method -e 1,1 2> note
    cat note
    echo -9007199254740992 -1 | conv -M $method -e 1,1 2> note
    cat note
    seq 1 300000 | conv -j 3 -M $method -e 9007199254740992,1 2>&1 > /dev/null
done
echo 9007199254740991 2 | conv -q -e 1,1
