printf '%s\n' '-1 1' '2 2' '4 1' > k
conv --nan=keep:5/7 -m same -b edge k $DATA/holes-40x2.txt
