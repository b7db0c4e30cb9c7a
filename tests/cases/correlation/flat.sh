# where nothing varies there is nothing to correlate; NaN where a sample is none
echo 5 5 5 5 6 nan 1 2 | conv -c -m valid --normalize=xcorr -e 1,2,3 --format=%.12f
echo 5 5 5 5 6 nan 1 2 | conv -c -m valid -b zero --normalize=xcorr -e 1,2,3 --format=%.12f
echo 1 2 3 | conv -c -b zero --normalize=xcorr -e 0.1,0.1,0.1; echo $?
echo 1 2 3 | conv -c -b edge --normalize=xcorr -e 7; echo $?
# a missing value among equal ones, left out
echo 5 5 nan 5 5 1 | conv -c -m valid --nan=omit --normalize=xcorr -e 1,2,3,4,7 --format=%.12f
