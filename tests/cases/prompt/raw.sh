# raw samples are not waited for
mkfifo in
timeout 20 conv -u --signal-type=raw --encoding=s16 -e 1 -t text < in > out &
exec 3> in
printf 'aa' >&3
while [ ! -s out ]; do sleep 0.02; done
cat out
exec 3>&-
wait
