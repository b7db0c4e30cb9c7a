echo 1,,3 | conv --nan=error -e 1,1; echo $?
echo 1 2 nan | conv --nan=error -e 1,1 -m same; echo $?
echo 1 inf 3 | conv --nan=error -e 1,1; echo $?
