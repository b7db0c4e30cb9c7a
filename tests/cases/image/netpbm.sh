# needs: pngtopnm pnmtopng pamfile pfmtopam
# netpbm makes the images, and reads the results.
pgmmake .5 40 30 > flat.pgm
ppmpat -gingham2 -randomseed=1 40 30 > in.ppm
pnmtopng in.ppm > in.png
pngtopnm in.png | conv -e 1 | pnmtopng > out.png
pngtopnm out.png | cmp - in.ppm
pngtopnm in.png | conv -g gauss:3 | pnmtopng | pngtopnm | pamfile
conv -g box:5 flat.pgm | cmp - flat.pgm
pamdepth 1023 in.ppm | conv -e 1 | pamfile
pnmtoplainpnm in.ppm | conv -e 1 | cmp - in.ppm
conv -e 1 in.ppm -t pam | pamtopnm | cmp - in.ppm
conv -e 1 in.ppm -t pam | pamfile
conv -e 0.00392156862745098 in.ppm -t pfm | pfmtopam | pamtopnm | cmp - in.ppm
pamtopfm in.ppm | conv -e 255 -t ppm | cmp - in.ppm
cat in.ppm flat.pgm in.ppm | conv -g gauss:1 | pamfile -allimages
# the number of rows is known only in the end
conv -e 1 flat.pgm -t csv | conv --dims=2 -e 1 -t pgm | cat | pamtopnm | cmp - flat.pgm
conv -e 1 flat.pgm -t csv | conv --dims=2 -e 1 -t pam | cat | pamtopnm | cmp - flat.pgm
conv -e 1 flat.pgm -t csv | conv --dims=2 -e 0.00392156862745098 -t pfm | cat |
    pfmtopam | pamtopnm | cmp - flat.pgm
