head -5 $DATA/taps-40x2.txt | tr -d - > k
conv --nan=omit -m same k $DATA/holes-40x2.txt
