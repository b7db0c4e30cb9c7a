for i in $(seq 500); do cat $DATA/noise-300x2.txt; done | awk '{ printf "%.17g %.17g\n", $1 * (NR - 1), $2 * (NR - 1) }' > x
conv -m same -b symmetric -e "$(seq -s, 41)" x > file
conv -m same -b symmetric -e "$(seq -s, 41)" < x | cmp - file
cat x | conv -j 1 -m same -b symmetric -e "$(seq -s, 41)" | cmp - file
head -25 file; tail -25 file
