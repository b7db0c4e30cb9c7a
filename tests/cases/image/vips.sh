# needs: vips vipsheader
vips gaussnoise noise.v 40 30 --mean 128 --sigma 30
for type in uchar:pgm ushort:pgm float:pfm; do
    suffix=${type#*:}
    vips cast noise.v in.$suffix "${type%:*}"
    conv -e 1 in.$suffix -o out.$suffix
    vips subtract in.$suffix out.$suffix diff.v && vips max diff.v && vips min diff.v
done
# an edge is repeated by both
printf '3 3 9 0\n1 1 1\n1 1 1\n1 1 1\n' > box.mat
vips conv in.pfm want.v box.mat --precision float
conv -g box:3 in.pfm -o out.pfm
vips subtract want.v out.pfm diff.v && vips abs diff.v size.v
vips max size.v | awk '{ print $1 < 1e-4 }'
vipsheader -f height out.pfm
