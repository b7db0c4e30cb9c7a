# As a file or a pipe, with one thread or two, and where blocks end.
x="$DATA/separable/cube.npy"
for k in "--dims=3 -g gauss:2 -b wrap" "--dims=2 -g gauss:1" "--dims=3 -g box:3 -m valid"; do
    conv -M separable -j 1 $k $x > one.npy
    conv -M separable -j 2 $k $x | cmp - one.npy
    cat $x | conv -M separable $k | cmp - one.npy
done
