# the mode of an image is same unless another is given: numpy.convolve([1, 2, 3], [1] * 5, "same")
printf 'P2\n3 1\n9\n1 2 3\n' > x.pgm
conv -q --same=longest -b zero -e '1 1 1 1 1' -t text x.pgm
conv -m full --same=longest -e 1 x.pgm
