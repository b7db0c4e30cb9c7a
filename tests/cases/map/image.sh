# Red and blue change places; blue alone is left.
printf 'P3 2 1 255 1 2 3 4 5 6\n' > x.ppm
conv -e 1 --map=1:3:1,2:2:1,3:1:1 x.ppm | tail -c 6 | od -An -tu1
conv -e 1 --map=3:3:1 x.ppm | tail -c 6 | od -An -tu1
conv -e '1,1' --dims=2 -m valid --map=3:1:1,1:1:1 x.ppm | od -An -c
