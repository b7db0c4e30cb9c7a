# a suffix of images that conv does not write is told with the pipe that writes them
for suffix in png JPG tif gif webp bmp mp4; do
    conv -e 1 "$SAMPLES/moon.pgm" -o x.$suffix 2>&1
done
conv -e 1 "$SAMPLES/moon.pgm" -o x.pn 2>&1
conv -e 1 "$SAMPLES/moon.pgm" -t pnm -o y.png && cmp x.png y.png
