# the word that was meant, by its beginning or with a letter or two changed; none where nothing is near
seq 3 > x
conv -g gaussian:3 x
conv -g hanning:3 x
conv -g LowPas:1 x
conv -e 1 -b simmetric x
conv -e 1 -m vald x
conv -e 1 -M exakt x
conv -e 1 -t fla x
conv -e 1 --normalize=sums x
conv -e 1 --correlation x
conv -e 1 --smae=signal x
conv -e 1 -m q x
conv -e 1 --xyzzy x
conv -e 1 --encoding=s61 x
