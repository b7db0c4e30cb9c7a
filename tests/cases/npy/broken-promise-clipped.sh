# samples clip too, but that the array is shorter than its header tells is worse
{ cat $DATA/npy/head-200001; head -c 1200000 /dev/zero; } |
    { conv -e 1 --offset=1000 --encoding=s8 --clip=error; echo status $? > s; } | wc -c
cat s
