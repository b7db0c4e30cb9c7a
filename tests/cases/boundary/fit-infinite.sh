# no polynomial goes through infinity, not even a mean
echo inf 1 2 3 4 5 -inf | conv -g savgol:3,0 -m same -b fit --format=%.3g
