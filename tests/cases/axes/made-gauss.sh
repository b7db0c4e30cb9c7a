conv --dims=3 -m same -b mirror -t text -g gauss:0.5 -g gauss:1 -g gauss:2 $DATA/axes/cube.npy
