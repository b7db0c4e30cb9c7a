seq 200000 | conv -e 1,1 -t npy > a
head -c 128 a | cmp - $DATA/npy/head-200001
seq 200000 | conv -e 1,1 -t npy | cat > b
seq 200000 | conv -e 1,1 -o c.npy
printf 'kept' > d && seq 200000 | conv -e 1,1 -t npy >> d
seq 200000 > t && conv -e 1,1 -t npy t > e
cmp a b && cmp a c.npy && tail -c +5 d | cmp - a && cmp a e; head -c 4 d; wc -c < a
tail -c +129 a | od -An -v -tf8 -w8 | awk '{ want = NR == 1 ? 1 : NR == 200001 ? 200000 : 2 * NR - 1; bad += $1 != want } END { print NR, bad + 0 }'
