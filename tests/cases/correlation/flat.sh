# where nothing varies there is nothing to correlate; NaN where a sample is none
echo 5 5 5 5 6 nan 1 2 | conv -c -m valid --normalize=xcorr -e 1,2,3
echo 1 2 3 | conv -c --normalize=xcorr -e 0.1,0.1,0.1; echo $?
echo 1 2 3 | conv -c --normalize=xcorr -e 7; echo $?
