# needs: sox
printf '\100\000\300\000\000\001' > x
conv --signal-type=raw --encoding=s16be -e 32768 -t text x
conv --signal-type=raw --encoding=s16be --rate=8000 -e 1 -t wav x | sox -t wav - -t s16 - | od -An -td2
printf '1\n' | conv --kernel-type=raw --kernel-encoding=s16be -t text x -
for e in s16be:d2 s24be:x1 s32be:d4 f32be:f4 f64be:f8; do
    conv --signal-type=raw --signal-encoding=s16be -e 1 --encoding=${e%:*} x | tee y | od --endian=big -An -w24 -t${e#*:}
    conv --signal-type=raw --encoding=${e%:*} -e 32768 -t text y | tr '\n' ' '
done
echo
