# of equals the first is the peak; a tap at -20 dB is not above it; a kernel without lead cuts nothing
for taps in 1,10,2,-10 1.01,10 0,0,0 7 0,0,4; do
    for o in --align=peak --align=onset --tail=none "--align=peak --tail=1" "--align=onset -m same"; do
        echo 1 | conv -q $o -e $taps | paste -sd" "
    done
done
