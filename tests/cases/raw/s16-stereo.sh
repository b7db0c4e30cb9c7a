printf '\001\000\002\000\003\000\004\000' | conv --signal-type=raw --encoding=s16 --channels=2 -e 1,1 | od -An -td2 -w4 -v
