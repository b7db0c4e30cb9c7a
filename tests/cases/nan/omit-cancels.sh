# weights that cancel are none, with every method
for i in $(seq 39); do echo 5; echo 1; echo nan; done | head -116 > x
for m in direct fft exact; do conv -M $m --nan=omit -e 0.1,0.7,-0.1 -m valid x | sed -n '/nan/='; done | sort -n | uniq -c | awk '{ print $1 }' | sort -u
conv --nan=omit -e 0.1,0.7,-0.1 -m valid x | grep -c nan
