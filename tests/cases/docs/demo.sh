# needs: sox
# what make demo runs, on copies of the samples
cp -r "$SAMPLES" samples
sh samples/demo | grep -E 'wet.wav  |^3 5 7 9$'
ls
