# d/dt of 0 3 6 ... is 3, of squares n^2 it is 2n and then 2
seq 0 3 30 | conv -g deriv:1 -m valid | uniq -c | awk '{ print $1, $2 }'
echo 0 1 4 9 16 25 | conv -g deriv:1 -m valid
echo 0 1 4 9 16 25 | conv -g deriv:2 -m valid
echo 0 1 8 27 64 125 216 343 | conv -g deriv:3 -m valid
echo 0 1 16 81 256 625 1296 2401 | conv -g deriv:4 -m valid
