# what libraries leave after the frames that they read is none of the end
conv -e 1 --rate=8000 -t flac --encoding=s16 -o q.flac - <<X
$(awk 'BEGIN { for (i = 0; i < 200000; i++) print (i * 7919 % 10007) / 20000 }')
X
conv -m same -b wrap -M direct --origin=0 -e 0,0,1 q.flac -t text > file
cat q.flac | conv -m same -b wrap -M direct --origin=0 -e 0,0,1 -t text - | cmp - file
head -2 file > begin
conv -e 1 q.flac -t text | tail -2 | cmp - begin
wc -l < file
