# weights and sums whose products underflow, and taps whose size times their number overflows
echo 1e-10 nan 2e-10 | conv -e 1e-300,3e-300 --nan=omit --format=%.6g
echo 0.25 0.5 nan 0.125 | conv -e 1e300,1e300,-1e308 --nan=omit -m valid --format=%.6g
