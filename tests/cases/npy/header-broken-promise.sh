{ cat $DATA/npy/head-200001; head -c 1200000 /dev/zero; } | { conv -e 1; echo status $? > s; } | wc -c
cat s
