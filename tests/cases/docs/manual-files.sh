# needs: sox pnmtopng ffmpeg
# the manual's examples that show no output, with files that stand in for those they name
sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/p' "$TOP/man/conv.1" | sed 's/\\e/\\/g; s/^\\&//' | awk '
    /^\.Bd -literal/ { text = ""; inside = 1; next }
    /^\.Ed/ { if (text !~ /^\$ /) printf "%s", text > ("example" ++n); inside = 0 }
    inside { text = text $0 "\n" }'
ls example*
printf 'date,value\n1 Jan,1\n2 Jan,\n3 Jan,3\n4 Jan,5\n' > d.csv
printf '%s\n' 0 0 5 0 0 5 0 > log
mkdir wet bin
sox -n -r 8000 -b 16 -c 1 hall.wav synth 0.5 noise vol 0.01
sox -n -r 8000 -b 16 -c 1 take.wav synth 12 sine 440 vol 0.1
sox take.wav solo.wav trim 0 1
sox -M solo.wav solo.wav duo.wav
for name in ll lr rl rr; do cp hall.wav $name.wav; done
sox -M ll.wav lr.wav rl.wav rr.wav hall4.wav
conv -g lowpass:1kHz --rate=8000 --print-kernel -o low.wav
conv -g highpass:1kHz --rate=8000 --print-kernel -o high.wav
sox take.wav one.flac trim 0 1
sox take.wav two.flac trim 0 2
echo 1 2 3 | conv -e 1 -t npy -o x.npy
printf 'P2 4 3 255\n0 9 99 0 5 0 0 8 90 0 1 255\n' | pnmtopng > in.png
ffmpeg -v error -f lavfi -i testsrc=size=32x24:rate=5:duration=1 in.mp4
printf '#!/bin/sh\nexec cat "$2"\n' > bin/tail # tail -f would not end
python=python3
python3 -c 'import numpy' 2> /dev/null || python=/usr/bin/python3
if $python -c 'import numpy' 2> /dev/null; then
    printf "#!/bin/sh\nexec %s \"\$@\"\n" "$(command -v $python)" > bin/python3
else
    printf '#!/bin/sh\ncat > /dev/null\necho 8.0\n' > bin/python3 # there is no numpy here
fi
chmod +x bin/*
for example in example*; do
    PATH="$PWD/bin:$PATH" sh -e ./$example 2> errors || echo "$example: $?"
    if grep -q ffmpeg $example; then # which tells much, and conv what it clipped
        grep '^conv' errors | grep -v clipped >&2
    else
        grep -v 'sox WARN' errors >&2
    fi
done
soxi -s wet/one.flac wet/two.flac out.ogg
soxi -c wet.wav solo-wet.wav ways.flac
conv -e 1 -t text y.npy
pngtopnm soft.png | head -n 2
ffprobe -v error -count_frames -show_entries stream=width,nb_read_frames -of csv=p=0 out.mp4
