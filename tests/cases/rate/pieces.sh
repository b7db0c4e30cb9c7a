# the same bytes for a file and a pipe, in any pieces, with any number of threads
awk "BEGIN { for (i = 0; i < 30000; i++) print sin(i * i / 9e4), cos(i / 7) }" > x
options="-e 1,.5 --rate=48000 --output-rate=44100"
conv $options -j 1 x > a
wc -l < a
conv $options -j 3 x | cmp - a
conv $options -M direct -u x | cmp - a
for bytes in 100 1000; do dd bs=$bytes if=x 2> /dev/null | conv $options - | cmp - a; done
