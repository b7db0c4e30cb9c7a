# a result of more than 4 GiB is an RF64 with exact lengths, from the first byte on
printf 'RIFF\044\200\041\203WAVEfmt \020\0\0\0\001\0\001\0\100\037\0\0\200\076\0\0\002\0\020\0data\0\126\041\203' > x.wav
truncate -s 2200000044 x.wav
conv -e 1 x.wav --encoding=f64 | head -c 48 | od -An -v -tx1
