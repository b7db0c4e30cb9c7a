# n^2 at 10 frames a second is 100 t^2: 200 t and 200
echo 0 1 4 9 16 25 | conv --rate=10 -g deriv:1 -m valid
echo 0 1 4 9 16 25 | conv --rate=10 -g deriv:2 -m valid
echo 0 1 4 9 16 25 | conv --rate=10 -g savgol:3,2,d=2 -m valid --format=%.9g
