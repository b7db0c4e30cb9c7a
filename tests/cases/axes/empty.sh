# all axes of an empty array: the result is empty, as scipy.signal.fftconvolve has it
for x in empty nothing; do
    conv --dims=all -e 2 "$DATA/axes/$x.npy" | cmp - "$DATA/axes/nothing.npy"
    conv --dims=all "$DATA/axes/cube-taps.npy" "$DATA/axes/$x.npy" | cmp - "$DATA/axes/nothing.npy"
    conv --dims=all "$DATA/axes/$x.npy" "$DATA/axes/cube.npy" | cmp - "$DATA/axes/nothing.npy"
    conv --dims=all "$DATA/axes/$x.npy" "$DATA/axes/empty.npy" | cmp - "$DATA/axes/nothing.npy"
    conv --dims=all -t text -e 2 "$DATA/axes/$x.npy"
    conv -e 2 "$DATA/axes/$x.npy"
    conv --axes=0 -e 2 "$DATA/axes/$x.npy"
done
conv --dims=all -t text -e 2 "$DATA/axes/scalar.npy"
conv --dims=all "$DATA/axes/nothing.npy" --print-kernel
conv --dims=3 "$DATA/axes/nothing.npy" "$DATA/axes/cube.npy"
