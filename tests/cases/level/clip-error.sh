# status 1, no file, and the old one stays
printf '0.5\n1.5\n' > x
echo old > old.wav
for type in wav flac ogg raw; do
    conv -q -e 1 --rate=8000 -t $type --encoding=$(test $type = ogg && echo vorbis || echo s16) --clip=error -o y x
    echo $type $?
done
conv -e 1 --rate=8000 -t wav --encoding=s16 --clip=error -o old.wav x
echo $?
conv -e 1e300 --rate=8000 -t wav --encoding=f32 --clip=error -o y x
echo $?
conv -q -e 100 -t npy --encoding=s8 --clip=error -o y x
echo $?
conv -e 200 -t pgm --clip=error -o y x
echo $?
cat old.wav
ls -A
