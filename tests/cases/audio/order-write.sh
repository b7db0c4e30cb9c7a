# needs: ffmpeg
for layout in 3.0 quad 5.0 5.1 6.1 7.1; do
    tones $layout -c:a pcm_s16le x.wav
    count=$(od -An -t u2 -j 22 -N 2 x.wav)
    for file in y.ogg y.opus; do
        conv -e 1 x.wav -o $file
        ffmpeg -v error -i $file -f f32le - | od -An -v -t f4 -w$((4 * count)) | tones -
    done
    rm x.wav
done
