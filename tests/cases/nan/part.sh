# what part of the weight must be there is a number from 0 to 1, or a fraction
for p in omit:0.75 omit:3/4 omit:75e-2 omit:6/8 keep:.75; do echo 1 2 nan 4 5 | conv -m valid -e 1,1,2 --nan=$p; done
for p in omit:2 omit: omit:x omit:3/ omit:/3 omit:3/2 omit:-1 omit:nan omit:1/0 omit:3/4/5 keep:2 keep:; do
    echo 1 | conv -e 1 --nan=$p
    echo $?
done
# nothing is there to stay missing at a lag, and coefficients have no weights
echo 1 | conv -e 1 -c --lags --nan=keep; echo $?
echo 1 | conv -e 1,2 -c --normalize=xcorr --nan=keep; echo $?
echo 1 | conv -e 1,2 -c --normalize=xcorr --nan=omit:1/2; echo $?
