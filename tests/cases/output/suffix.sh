# a suffix that no type has is told
conv $SAMPLES/box5.txt $SAMPLES/speech.wav -o x.m4a
head -c 4 x.m4a
conv $SAMPLES/box5.txt $SAMPLES/speech.wav -o .wave
conv -e 1 $SAMPLES/box5.txt -o x.out
