# needs: sox
# what make demo runs, on copies of the samples; with gnuplot there is a picture too
cp -r "$SAMPLES" samples
sh samples/demo | grep -E 'wet.wav  |^3 14$|after:'
ls | grep -v demo.png
if command -v gnuplot > /dev/null; then head -c 4 demo.png | tail -c 3; else printf PNG; fi
