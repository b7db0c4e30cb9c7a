seq 2 > x; for fd in 3 4 5; do conv -e 1 -o /dev/fd/$fd x 3>&- 4>&- 5>&-; echo $?; done
