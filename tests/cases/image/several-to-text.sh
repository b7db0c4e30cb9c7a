# several images where the result holds one: the name of what holds them
cat "$SAMPLES/moon.pgm" "$SAMPLES/moon.pgm" | conv -e 1 -t csv -o x
status=$?
[ ! -e x ] && exit $status
