printf '1,nan,5\n2,3,6\nnan,1,7\n' > x
for policy in omit keep; do conv -m same --nan=$policy -e 1,2,1 --map=2:3:1,1:1:1 x; done
