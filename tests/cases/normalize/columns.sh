# columns of very different size
printf '1e300 1e-30\n2e300 2e-30\n1e300 1e-30\n' | conv --print-kernel --normalize=sum -k -
