# where the pattern is: the lag of the largest coefficient
printf '%s\n' 0 1 0 5 7 5.5 1 0 2 | conv -c --lags -m valid --normalize=xcorr -e 10,14,11 --format=%.4f | sort -k2 -g | tail -1
# a header says what the first column is, a rate makes it a time
printf 'a,b\n1,2\n3,4\n' | conv -c --lags -e 1,1 -m valid
printf 'a\n1\n3\n' | conv -c --lags -e 1,1 --rate=8
printf 'a\n1\n3\n' | conv -c --lags=0.125s:250ms -e 1,1,1,1 --rate=8
printf 'a\n1\n3\n' | conv -c --lags -m valid -k - $SAMPLES/box5.txt | head -2
