# What images are convolved by unless the user says otherwise: two axes, same, edge.
printf 'P2\n3 2\n255\n1 2 3\n4 5 6\n' > x
conv -e 1,1,1 -t csv x
echo
conv -e 1,1,1 -t csv -b zero x
echo
conv -e 1,1,1 -t csv -m full -b zero x
echo
conv -e 1,1,1 -t csv -m valid x
echo
conv -e '1;1' -t csv x
echo
conv --dims=1 -e 1,1 -t csv x
echo
printf '1 1\n1 1\n' > k
conv k x -t csv
echo
conv -c --dims=1 -e 1 --lags -t csv x
conv --dims=3 -e 1 x
conv --dims=3 -g box:3 x
# the kernel is read before the signal is waited for
mkfifo never
conv missing.txt never
conv -e 1,x never
printf 'P2\n2 2\n255\n1 2 3 4\n' > p
conv -k p --print-kernel
echo
conv --dims=1 -k p --print-kernel
