# two series about 20, one 25 frames after the other: zeros beyond the ends would have them fit best at lag 0
awk 'BEGIN { s = 1; for (i = 0; i < 125; i++) { s = s * 16807 % 2147483647; print 20 + s / 2147483647 } }' > both
tail -n +26 both > b
head -100 both > a
conv -c --lags --normalize=xcorr b a | sort -gk2 | tail -1 | awk '{ print $1, ($2 > 0.999999999) }'
conv -c --lags --normalize=xcorr a b | sort -gk2 | tail -1 | awk '{ print $1, ($2 > 0.999999999) }'
