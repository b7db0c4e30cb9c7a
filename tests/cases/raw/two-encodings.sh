# needs: sox
# the signal in one encoding, the result in another
printf 'aabb' > x.s16
conv --signal-type=raw --signal-encoding=s16 --encoding=s32 -t raw -e 1 x.s16 | od -An -tx4
conv --signal-type=raw --signal-encoding=s16 --encoding=s24 --rate=8000 -e 1 x.s16 -o y.wav && soxi -b y.wav
conv --signal-type=raw --signal-encoding=s16 -e 1 x.s16 -t text
conv --signal-encoding=s16 -e 1 x.s16; echo $?
