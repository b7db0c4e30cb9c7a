# needs: ffmpeg /usr/bin/python3
# Masks that libsndfile reads: of W64, and of a WAV whose samples begin beyond 1 MiB.
for layout in 2.1 4.0 '5.1(side)' 7.1; do
    ffmpeg -v error -y -f lavfi -i "anullsrc=cl=$layout:r=48000:d=0.01" -c:a pcm_s16le x.w64
    conv -e 1 -t wav x.w64 -o y.wav
    od -An -tx4 -j 40 -N 4 y.wav
    /usr/bin/python3 -c '
import struct
x = open("y.wav", "rb").read()
junk = b"JUNK" + struct.pack("<I", 1 << 21) + bytes(1 << 21)
open("z.wav", "wb").write(x[:4] + struct.pack("<I", len(x) + len(junk) - 8) + x[8:12] + junk + x[12:])'
    conv -e 1 z.wav | cmp - y.wav
done
