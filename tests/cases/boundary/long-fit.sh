for i in $(seq 500); do cat $DATA/noise-300x2.txt; done | awk '{ printf "%.17g %.17g\n", $1 * (NR - 1), $2 * (NR - 1) }' > x
fit='-g savgol:31,3,1 -m same -b fit'
conv $fit x > file
conv $fit < x | cmp - file
conv -j 3 -M direct $fit x > direct
cat x | conv -u $fit | cmp - direct
wc -l < file
head -35 file; tail -35 file
