# needs: ffmpeg
for layout in 4.0 quad '5.1(side)' '7.1(wide)' 6.1 '6.1(back)' 2.1; do
    ffmpeg -v error -y -f lavfi -i "anullsrc=cl=$layout:r=48000:d=0.01" -c:a pcm_s16le x.wav
    conv -e 1 x.wav -o y.flac
done
conv -e 1 x.wav -o y.opus
conv -e 1 x.wav -o y.caf
ffmpeg -v error -y -f lavfi -i "anullsrc=cl=mono:r=48000:d=0.01" -c:a pcm_s24le x.wav
printf '\001' | dd of=x.wav bs=1 seek=40 conv=notrunc 2> dd # left
conv -e 1 x.wav -o y.flac
