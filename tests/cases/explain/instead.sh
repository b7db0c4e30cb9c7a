conv --explain -j 3 $SAMPLES/room.wav $SAMPLES/speech.wav | sed 's/[^ ]*samples/samples/; s/: [0-9]* MiB/: N MiB/' | grep -v '^cost\|^method\|^error'
