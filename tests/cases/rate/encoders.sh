# what encoders cannot hold, and that they hold what is named
try() { conv -q -e 1 -t $1 -o y $DATA/noise-1000.txt --rate=$2 || echo $?; }
try opus 44100; try mp3 96000; try mp3 7000; try ogg 384000; try flac 700000; try flac 100001
for pair in opus:48000 mp3:48000 mp3:8000 ogg:192000 flac:192000; do
    conv -q -e 1 -t ${pair%:*} -o y $DATA/noise-1000.txt --rate=44100 --output-rate=${pair#*:} ||
        echo $pair
done
