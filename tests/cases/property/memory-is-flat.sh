# an endless stream: the resident peak early and later
mkfifo p
yes 1 > p & yes=$!
conv -e 1,1 p > /dev/null & conv=$!
sleep 0.5
a=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
sleep 2
b=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
kill $conv $yes
wait $conv $yes 2> /dev/null
[ $((b - a)) -le 64 ] && [ "$b" -lt 32768 ] && echo flat
