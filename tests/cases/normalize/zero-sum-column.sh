printf "1 1\n2 -1\n" | conv --normalize=sum -k - $DATA/noise-20.txt
