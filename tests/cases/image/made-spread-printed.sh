conv -k "$DATA/image/spread.pgm" --print-kernel
