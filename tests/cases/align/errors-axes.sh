# a time has one axis
for o in --align=peak --align=onset --tail=none; do
    conv -e 1,2,1 $o $SAMPLES/moon.pgm; echo $?
    seq 9 | conv --dims=2 -e '1 2;3 4' $o; echo $?
    conv --dims=2 -e '1 2;3 4' $o < /dev/null; echo $?
done
