# 3, 200000 times, and then 2^62
{ head -c 128 $DATA/npy/head-200001 | sed 's/<f8/<i8/'; yes abcdefg | tr 'abcdefg\n' '\003\000' | head -c 1600000; printf '\0\0\0\0\0\0\0\100'; } > x
for threads in 1 4; do
    conv -j $threads -M direct -e 1,1 x > a
    cat x | conv -j $threads -M direct -e 1,1 | cmp - a
    conv -j $threads -M direct -e 1,1 x -o b && cmp a b
done
conv -M direct -e 1,1 x | cmp - a
head -c 24 a | tail -c 3; wc -c < a
tail -c +129 a | od -An -v -tf8 -w8 | awk '{ want = NR == 1 ? 3 : NR <= 200000 ? 6 : NR == 200001 ? 2 ^ 62 : 2 ^ 62; bad += $1 - want > 4096 || want - $1 > 4096 } END { print NR, bad + 0 }'
