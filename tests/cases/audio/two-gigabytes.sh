# a genuine WAV of more than 2^31 bytes, sparse, with a chunk after its samples: its length is believed
printf 'RIFF\044\200\041\203WAVEfmt \020\0\0\0\001\0\001\0\100\037\0\0\200\076\0\0\002\0\020\0data\0\126\041\203' > x.wav
truncate -s 2200000044 x.wav
printf 'LIST\004\0\0\0INFO' >> x.wav
conv -e 1 x.wav | head -c 44 | od -An -tu4 -j 40
cat x.wav | conv -e 1 | head -c 44 | od -An -tu4 -j 40
