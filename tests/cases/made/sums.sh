# smoothing kernels sum to 1, derivatives to 0
for s in box:7 triangle:9 gauss:3 hann:12 hamming:13 blackman:14 kaiser:15 savgol:11,4 exp:5 lowpass:0.1 notch:0.1,0.2 \
         gauss:3,d=1 savgol:11,4,d=2 deriv:4; do
    conv --print-kernel -g $s | awk '{ s += $1 } END { printf "%.4f ", s < 0 ? -s : s }'
done
