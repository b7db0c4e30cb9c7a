conv -e 1 --lags; echo $?
conv -e 1,2 --normalize=xcorr; echo $?
for l in 1 a:b 1:b 1.5:2 1Hz:2Hz : 1: :; do echo 1 | conv -c -e 1 --lags=$l; echo $?; done
echo 1 | conv -c -e 1 --lags=1ms:2ms; echo $?
echo 1 | conv -c -e 1,2 --lags=3:2; echo $?
echo 1 | conv -c -e 1,2 --lags=-9:-5; echo $?
echo 1 | conv -c -e 1,2 -m same --lags=-9:5; echo $?
echo 1 | conv -c -e 1,2 --lags -t wav --rate=8000; echo $?
conv -c --lags --normalize=xcorr $DATA/taps-40x4.txt $DATA/noise-300x2.txt; echo $?
conv -c -b zero --nan=omit --normalize=xcorr $DATA/taps-3.txt $DATA/noise-300x2.txt; echo $?
echo 1 2 3 | conv -c -e 1,2 --lags=7:9; echo $?
echo 5 7 9 | conv -c -m valid -b zero -e 1,2,3,4,6 --normalize=xcorr; echo $?
echo 5 7 9 | conv -c -b renorm -e 1,2,3 --normalize=xcorr; echo $?
