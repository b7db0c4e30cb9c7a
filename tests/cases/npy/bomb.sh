(ulimit -v 300000; conv -q -e 1 -t text $DATA/npy/bomb.npy | wc -l; cat $DATA/npy/bomb.npy | conv -q -e 1 -t text | wc -l
seq 3 | conv -q $DATA/npy/bomb.npy | wc -l)
