# needs: script
script -qec 'conv -e 1 $DATA/s16.wav; echo status $?' /dev/null < /dev/null | tr -d '\r'
