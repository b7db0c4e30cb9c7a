printf '\001\000\000\377\377\377' | conv --signal-type=raw --encoding=s24 -e 32768 -t text
