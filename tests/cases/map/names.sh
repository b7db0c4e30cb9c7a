# Outputs are other channels than those that the header names.
printf 'left,right\n1,10\n2,20\n' | conv -e 1 --map=1:2:1,2:1:1
