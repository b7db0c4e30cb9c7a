# stereo keeps its balance; sum takes each column for itself
printf '1 2\n1 0\n' > k
for n in sum l1 l2 peak gain; do conv --print-kernel --normalize=$n k | tr '\n' ' '; echo; done
