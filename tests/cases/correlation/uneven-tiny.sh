awk 'BEGIN { s = 1; for (i = 0; i < 400000; i++) { s = s * 16807 % 2147483647; print (s % 2000 - 1000) "e-200" } }' > x
awk 'BEGIN { s = 2; for (i = 0; i < 40000; i++) { s = s * 16807 % 2147483647; print s % 2000 - 1000 } }' > h
for boundary in '' '-b zero'; do
    timeout 20 conv -c --lags $boundary --normalize=xcorr -k h x > r || echo slow
    awk 'BEGIN { split("-35000 -20000 0 30011 69999 70000 70001 85000 100000 159990 160007 200000 394000", lag); k = 1 }
        $1 == lag[k] { print $2; k++ }' r
done
