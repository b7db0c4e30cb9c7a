seq 20 > x
conv -g savgol:5,2 -m same -b fit --explain x | sed -n '/^mode/,/^ends/p'
conv -g savgol:50ms,3,1 --rate=120 -m same -b fit --explain x | sed -n '/^boundary/,/^ends/p'
conv -g savgol:6,3 --origin=right -m same -b fit -v x 2>&1 > y | sed -n "/^conv: mode/,/ends/p"
