echo 1 > a
echo 1+2j > b
printf '1\nnan\n' > c
printf 'P2 2 2 9 1 2 3 4' > x.pgm
seq 3 | conv -k a -k b || echo $?
seq 3 | conv -k a -k c || echo $?
seq 3 | conv -k a -k missing || echo $?
seq 3 | conv -k a -k a --dims=2 || echo $?
seq 3 | conv -k a -k a --dims=all || echo $?
seq 3 | conv -k a -k a --axes=0 || echo $?
conv -k a -k a x.pgm || echo $?
seq 3 | conv -k - -k - a || echo $?
seq 3 | conv -k a -k - || echo $?
seq 3 | conv -k a -k a -e 1 || echo $?
