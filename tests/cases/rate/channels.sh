# channels apart from each other, those of a kernel too
awk "BEGIN { for (i = 0; i < 3000; i++) print sin(i * i / 9e3), i % 9, -i }" > x
for column in 1 2 3; do
    awk "{ print \$$column }" x | conv -e 1 --rate=9 --output-rate=10 > y$column
    awk "{ print \$$column }" x | conv -e 1 --rate=44100 -t wav --encoding=f64 -o k.wav
    conv -q --print-kernel -k k.wav --rate=48000 --rate-mismatch=resample > h$column
done
paste -d " " y1 y2 y3 > y; conv -e 1 --rate=9 --output-rate=10 x | cmp - y
paste -d " " h1 h2 h3 > h; conv -e 1 --rate=44100 -t wav --encoding=f64 -o k.wav x
conv -q --print-kernel -k k.wav --rate=48000 --rate-mismatch=resample -t text | cmp - h
wc -l < y; wc -l < h
