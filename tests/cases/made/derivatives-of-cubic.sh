# d/dt of n^3 - n: 3 n^2 - 1 and 6 n, exactly what a cubic fit gives
seq 0 8 | awk '{ print $1 ^ 3 - $1 }' > x
conv -g savgol:5,3,d=1 -m valid --format=%.9g x | tr '\n' ' '
conv -g savgol:5,3,d=2 -m valid --format=%.9g x | tr '\n' ' '
conv -g savgol:5,3 -m valid --format=%.9g x | tr '\n' ' '
echo 0 1 2 3 4 5 6 7 8 9 10 11 12 | conv -g gauss:1,truncate=6,d=1 -m valid --format=%.6f
