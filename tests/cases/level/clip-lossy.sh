# 2.2646 is +7.10 dBFS; full scale itself is heard as it is
printf '1\n-1\n-2.2646\n0.5\n1.5\n' > x
for type in ogg opus mp3; do
    conv -e 1 --rate=48000 -t $type -o y.$type x
done
conv -e 1 --rate=48000 --gain=-7.10 -t ogg -o softer.ogg x
ls
