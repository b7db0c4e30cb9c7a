# needs: ffmpeg
make() { ffmpeg -v error -y -f lavfi -i "anullsrc=cl=$1:r=48000:d=0.01" -c:a pcm_s16le "$2"; }
mask() { od -An -tx4 -j 40 -N 4; }
make 4.0 four.wav
make quad quad.wav
make mono mono.wav
make stereo stereo.wav
conv -q quad.wav mono.wav | mask    # the kernel's
conv four.wav quad.wav | mask       # the signal's
conv mono.wav four.wav | mask       # the signal's
conv -e 1 --map=1:4:1 quad.wav | mask # none
conv --print-kernel -k four.wav -t wav --encoding=s16 | mask
conv -q -k stereo.wav -k stereo.wav mono.wav | mask # none
