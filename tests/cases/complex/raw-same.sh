for e in cs16 cs16be cs8 cu8 cf32 cf64 cf32be cf64be; do
    conv --signal-type=raw --encoding=$e -e 1 $DATA/complex/$e.raw | cmp - $DATA/complex/$e.raw && echo 1
    conv --signal-type=raw --encoding=$e --channels=3 -e 1 $DATA/complex/$e.raw | cmp - $DATA/complex/$e.raw && echo 1
done
