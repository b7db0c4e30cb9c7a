echo 1e+20 1 2 3 7 5 1 | conv -c -m valid -b zero -e '1 5 2' --normalize=xcorr | tr ' ' '\n'
