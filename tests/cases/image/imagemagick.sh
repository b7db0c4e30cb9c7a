# needs: convert
convert -size 40x30 gradient:red-blue -depth 8 in.ppm
convert in.ppm png:- | convert - ppm:- | conv -e 1 -o out.ppm
cmp in.ppm out.ppm
convert in.ppm -depth 16 pgm:- | conv -e 1 -o out.pgm
convert in.ppm -depth 16 pgm:- | cmp - out.pgm
conv -e 1 in.ppm -o out.pam
convert out.pam ppm:- | cmp - in.ppm
conv -e 1 in.ppm -t csv | conv --dims=2 -e 1 -t pgm | convert - -format '%m %wx%h\n' info:
