conv --normalize=sum -k "$DATA/image/spread.pgm" -t csv "$DATA/image/colour.ppm" | tr , " "
