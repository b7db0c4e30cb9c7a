# Added after the gain, in every kind of result.
printf '1 -2\n0.5 3\n' | conv -e 2 --gain=20 --offset=-1
printf '1 -2\n' | conv --dims=2 -e 1 --offset=128 -t pgm | od -An -tu1 -j 11
printf '1 -2\n' | conv --dims=2 -e 1 --offset=128 -t npy | tail -c 16 | od -An -tf8 | tr -s " "
printf '1\n3\n' | conv -e 1 --offset=0.5 -t raw --encoding=f32 --rate=8000 | od -An -tf4 | tr -s " "
printf '1\n3\n' | conv -e 1 --print-kernel --offset=1e3
# an edge, with grey for none
printf 'P2\n4 1\n255\n10 10 90 90\n' | conv -e '-1 0 1' --offset=128 -t csv
conv -e 1 --offset=x
conv -e 1 --offset=inf
conv -e 1 --offset=
