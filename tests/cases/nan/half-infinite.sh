# Every second sample is infinite, and meets taps of one sign: inf and -inf in turn, 151500 and one
# less, for the last output has one finite sample alone, 0.25 times 0.5. Then one sample of the
# other sign, which makes NaN of as many outputs as there are taps.
rounded() { sed 's/^0.12[45][0-9]*$/0.125/'; }
count() { uniq -c | awk '{ print $1, $2 }'; }
awk 'BEGIN { for (i = 0; i < 3001; i++) print i % 2 ? -1.5 : 0.5 }' > k
awk 'BEGIN { for (i = 0; i < 300000; i++) print i % 2 ? 0.25 : "inf" }' > x
conv -k k -M fft x | rounded > y
uniq y | sort | count
conv -k k -M fft -j 1 x | rounded | cmp - y
sed '160001s/inf/-inf/' x | conv -k k -M fft | rounded | diff y - | grep '^>' | sort | count
echo inf 1 inf | conv -k k -M fft | tr ' ' '\n' | sort | count
