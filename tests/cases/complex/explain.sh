conv --explain -e '1 1j' $DATA/complex/ch2.npy | grep -c -e '2 complex channels, 40 frames' -e '1 complex channel, 2 taps'
