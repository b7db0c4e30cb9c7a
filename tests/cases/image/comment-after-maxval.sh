# The raster begins after the comment's line: netpbm reads blanks and a # there as samples, too.
printf 'P5\n3 1\n255#c\n \n#' > x
conv -e 1 -t csv x
cat x | conv -e 1 -t csv
printf 'P6\n1 1 # width, height\n65535# maxval\r\t\t##\n\n' | conv -e 1 -t csv
