# what the warning advises, and what does not clip, say nothing
printf '1\n-1\n-2.2646\n0.5\n1.5\n' > x
conv -e 1 --rate=48000 --gain=-7.10 --clip=error -t ogg -o y.ogg x
conv -e 1 --rate=48000 --clip=error -t wav --encoding=f32 -o y.wav x
conv -e 1 --clip=error x | tail -1
conv -e 1 --rate=48000 --clip=quiet -t ogg -o z.ogg x
conv -e 1 --rate=48000 --clip=quiet -t flac -o z.flac x
conv -e 1e300 --rate=48000 --clip=quiet -t wav --encoding=f32 -o z.wav x
conv -e 40 --clip=quiet -t npy --encoding=s8 -o z.npy x
conv -e 400 --clip=quiet -t pgm -o z.pgm x
ls
