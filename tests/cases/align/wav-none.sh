# needs: sox
sox $SAMPLES/room.wav late.wav reverse pad 0 0.1
sox $SAMPLES/speech.wav -t au - | conv -q late.wav --tail=none --encoding=f32 --gain=-18.06179973983887 -t wav |
    sox -t wav - -t dat - | awk '!/;/ { n++; if (n % 997 == 1) print $2, $3 } END { print n, 0 }'
