echo 1 2 3 4 5 3 1e+20 3 5 4 8 1 9 4 1 5 2 | conv -c -m valid -b zero -e '1 5 2' --normalize=xcorr | tr ' ' '\n'
