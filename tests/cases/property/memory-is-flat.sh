# an endless stream: the resident peak after 2 MB of outputs and after 20 MB
mkfifo p q
yes 1 > p & yes=$!
conv -e 1,1 p > q & conv=$!
exec 3< q
head -c 2000000 <&3 > /dev/null
a=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
head -c 18000000 <&3 > /dev/null
b=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
exec 3<&-
kill $conv $yes
wait $conv $yes 2> /dev/null
[ $((b - a)) -le 64 ] && [ "$b" -lt 36864 ] && echo flat
