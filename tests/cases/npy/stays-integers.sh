{ head -c 128 $DATA/npy/head-200001 | sed 's/<f8/<i8/'; yes abcdefg | tr 'abcdefg\n' '\003\000' | head -c 1600008; } > x
conv -M direct -e 1,1 x > a
cat x | conv -M direct -e 1,1 | cmp - a
head -c 24 a | tail -c 3; wc -c < a
tail -c +129 a | od -An -v -td8 -w8 | awk '{ bad += $1 != (NR == 1 || NR == 200002 ? 3 : 6) } END { print NR, bad + 0 }'
