# needs: sox
sox -n -b 24 -c 2 -r 48000 -t wav - trim 0 1000s 2> /dev/null | conv -e 1 > a; sox a -t s32 - | wc -c
