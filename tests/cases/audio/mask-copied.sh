# needs: ffmpeg ffprobe
layout_of() { ffprobe -v error -show_entries stream=channel_layout -of csv=p=0 "$1"; }
for layout in 2.1 3.0 4.0 quad '5.0(side)' 5.1 '5.1(side)' 6.1 7.1 '7.1(wide)'; do
    ffmpeg -v error -y -f lavfi -i "anullsrc=cl=$layout:r=48000:d=0.01" -c:a pcm_s16le x.wav
    conv -e 1 x.wav -o y.wav
    conv -e 1 x.wav > z.wav
    conv -e 1 -t rf64 x.wav -o y.rf64
    for file in y.wav z.wav y.rf64; do [ "$(layout_of $file)" = "$layout" ] || echo $layout $file; done
done
# Two channels are left and right without a mask; others need one.
ffmpeg -v error -y -f lavfi -i anullsrc=cl=stereo:r=48000:d=0.01 -c:a pcm_s24le x.wav
conv -e 1 x.wav | od -An -tx2 -j 20 -N 2
printf '\060' | dd of=x.wav bs=1 seek=40 conv=notrunc 2> dd # rear left and right
conv -e 1 x.wav | od -An -tx4 -j 40 -N 4
# A mask of more speakers than channels is none.
printf '\077' | dd of=x.wav bs=1 seek=40 conv=notrunc 2> dd
conv -e 1 x.wav | od -An -tx2 -j 20 -N 2
