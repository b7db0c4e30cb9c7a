# needs: sox ffmpeg
# what others read: rate, frames, and a sine of 1 kHz that is still one
sox -n -r 44100 -b 16 x.wav synth 1 sine 1000 gain -6
for type in wav flac opus mp3; do
    conv -e 1 --output-rate=48000 x.wav -o y.$type
    ffmpeg -v error -i y.$type y-$type.wav
    soxi -r y-$type.wav
    sox y-$type.wav -n stat 2>&1 | awk '/Rough/ { print ($3 > 980 && $3 < 1020) }'
done
soxi -s y-wav.wav y.flac
