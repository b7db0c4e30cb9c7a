# A tap beside the product, one axis, one tap along an axis, rescaled weights, a coefficient.
x="$DATA/separable/photo.npy"
for k in "-e '1 2; 2 5'" "-e '1 2; 2 4' --nan=omit" "-g box:3 -b renorm" "-c --normalize=xcorr -e '1 2; 2 4'" \
    "-e '1 2 3'"; do
    eval "conv --dims=2 -M separable $k $x" && echo "done: $k"
    echo $?
done
conv -M separable -g box:5 $x
