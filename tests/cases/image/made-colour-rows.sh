conv --dims=1 -e .25,.5,.25 "$DATA/image/colour.ppm"
