# how the end is found is told: read twice, or held
seq 200000 > x
conv -v -m same -b wrap -e 1,2,1 x 2> err | head -1
grep -c 'boundary: wrap; the file is read twice, for its end comes first' err
cat x | conv -v -m same -b wrap -e 1,2,1 2> err | head -1
grep -c 'boundary: wrap; the signal is held whole, for its end comes first' err
conv -v -m same --origin=2 -b wrap -e 1,2,1 x 2> err | tail -1
grep -c 'boundary: wrap$' err
# what remains of standard input is what the first reading found there
{ read -r first; conv -m same -b wrap -e 1,0,0; } < x | head -2
# a header and a warning come once
{ echo name; cat x; } > y
conv -m same -b wrap -e 1,2,1 y | head -2
