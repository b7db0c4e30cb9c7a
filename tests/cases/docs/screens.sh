# the commands that -h and the beginning of the README show, with files that stand in for those they name
{ conv -h | sed -nE 's/^  (conv .*[^ ])   .*/\1/p'; sed -nE 's/^    (conv .*[^ ]) +# .*/\1/p' "$TOP/README.md"; } > commands
cp "$SAMPLES/sensor.csv" sensor.csv
cp "$SAMPLES/sensor.csv" noisy.csv
cp "$SAMPLES/room.wav" hall.wav
cp "$SAMPLES/speech.wav" speech.wav
cp speech.wav voice.wav
cp speech.wav take.wav
seq 9 > x.txt
seq 9 > signal.txt
seq 9 > positions.txt
seq 2 4 > pattern.txt
while IFS= read -r command; do
    rm -f wet.wav clean.wav
    sh -c "$command" > out || echo "failed: $command"
    [ -s out ] || [ -s wet.wav ] || [ -s clean.wav ] || echo "no result: $command"
done < commands
grep -c . commands
