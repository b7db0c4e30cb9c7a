# peak memory stays under 32 MiB plus 128 bytes a tap, channel and thread
awk 'BEGIN { for (i = 0; i < 1000000; i++) print i % 3 - 1 }' > k
mkfifo p
awk 'BEGIN { for (i = 0; i < 3000000; i++) print i % 5 }' > p &
conv -j 1 -M fft k p > /dev/null & conv=$!
while [ -d /proc/$conv ] && awk '/VmHWM/ { print $2 }' /proc/$conv/status > now 2> /dev/null && [ -s now ]; do mv now peak; sleep 0.05; done
wait $conv
awk '{ print ($1 < 32768 + 128 * 1000000 / 1024) ? "bounded" : $1 }' peak
