# needs: sox
printf '.1\n.2\n.3\n' > x; for e in s8 s24; do conv -e 1 --rate=8000 --encoding=$e -o o.aiff x; soxi -s o.aiff; conv -e 1 -t text o.aiff | wc -l; cat x | conv -e 1 --rate=8000 --encoding=$e -t aiff | cmp - o.aiff; done
