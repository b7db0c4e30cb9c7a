# needs: ffmpeg
for layout in 3.0 quad 5.0 5.1 6.1 7.1; do
    tones $layout -c:a libvorbis x.ogg
    tones $layout -c:a libopus -mapping_family 1 x.opus
    for file in x.ogg x.opus; do conv -e 1 -t text $file | tones -; rm $file; done
done
tones 5.1 -c:a libopus -mapping_family 255 x.opus
conv -e 1 -t text x.opus | tones -
