# vips 8.16 pads the scale with blanks; the floats are -1, 0.5 (big-endian), of one row
printf 'Pf\n#vips2ppm\n2 1\n1       \n\277\200\000\000\077\000\000\000' > x.pfm
conv -e 1 -t text x.pfm
cat x.pfm | conv -e 1 -t text
# one blank is the end of the header, too: a float of 0x20410000 follows it, and 0.5
printf 'Pf 2 1 1 \040\101\000\000\077\000\000\000' | conv -e 1 -t raw --encoding=f32be |
    od -An -tx1
