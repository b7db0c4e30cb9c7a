# nothing can be made up for by taps that sum to zero
echo 1 2 | conv -e 1,-1 --nan=omit; echo $?
echo 1 2 | conv -e 0.1,0.2,-0.3 -b renorm; echo $?
printf '1 1\n1 -1\n' > k; echo 1 2 | conv -b renorm k; echo $?
