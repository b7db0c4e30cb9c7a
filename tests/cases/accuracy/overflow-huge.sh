# huge taps: infinite outputs are not summed one by one, and finite ones stay what they are
yes 1e300 | head -50000 > h
yes 1e308 | head -200000 | timeout 60 conv -k h -m same | uniq -c | awk '{ print $1, $2 }'
yes -- -1e308 | head -700 | conv -e 1e300,2e300,1e300 -m valid -M fft | uniq -c | awk '{ print $1, $2 }'
