# the weights of an output are those of its own paths, real or complex
printf '1\n2\nnan\n' > x
printf '2,1\n2,-1\n' > h                # the second column sums to zero
conv -k h --map=1:1:1 --nan=omit x
conv -k h --map=1:1:2 --nan=omit x || echo $?
sed 's/,/+0j,/; s/$/+0j/' h > hj
conv -k hj --map=1:1:1 --nan=omit x
conv -k hj --map=1:1:2 --nan=omit x || echo $?
printf '2+1j,-2-1j\n0j,0j\n' > both            # and so do both together
conv -k both --map=1:1:1,1:2:2 --nan=omit x
conv -k both --map=1:1:1,1:1:2 --nan=omit x || echo $?
