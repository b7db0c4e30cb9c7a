# the last --nan counts, without the part of one before
echo 1 -1 | conv -c -m valid --normalize=xcorr -e 1,-1 --nan=omit:1/2 --nan=propagate
echo 2 nan 4 | conv -e 1j,1 --nan=omit:1 --nan=fill:0
