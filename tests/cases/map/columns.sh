# Three files, of one, two and one columns, are the four of true stereo; the shorter end in zeros.
printf '1\n2\n3\n' > ll
printf '4,5\n0,0\n' > lr-rl
printf '6\n7\n' > rr
printf '1,0\n0,1\n' | conv -k ll -k lr-rl -k rr
conv --print-kernel -k ll -k lr-rl -k rr
