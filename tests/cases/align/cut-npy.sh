# an array is printed with the length that it has now, whichever axis is convolved
printf '1,2\n3,4\n9,1\n' | conv -e 1 -t npy -o k.npy
conv -k k.npy --kernel-length=2 --print-kernel -t npy -o a.npy
printf '1,5,2\n' | conv --dims=2 -e 1 -t npy -o r.npy
conv -k r.npy --axes=1 --kernel-length=2 --print-kernel -t npy -o b.npy
for f in a b; do grep -ao '([0-9]*, [0-9]*)' $f.npy; conv -e 1 -t text $f.npy; done
