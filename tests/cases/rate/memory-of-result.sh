# an endless stream: the resident peak after 10 MB of outputs, when libsoxr has its buffers, and after
# 60 MB
mkfifo p q
yes 1 > p & yes=$!
conv -e 1,1 --rate=48000 --output-rate=44100 -t raw --encoding=f64 p > q & conv=$!
exec 3< q
head -c 10000000 <&3 > /dev/null
a=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
head -c 50000000 <&3 > /dev/null
b=$(awk '/VmHWM/ { print $2 }' /proc/$conv/status)
exec 3<&-
kill $conv $yes
wait $conv $yes 2> /dev/null
[ $((b - a)) -le 64 ] && [ "$b" -lt 49152 ] && echo flat
