# levels and lengths that are none, and kernels that have no end
x() { echo 1 | conv -e 0.1,1,0.5 "$@"; echo "$?"; }
x --trim=0
x --trim=3dB
x --trim=-1e-17
x --trim=-1001
x --trim=-80s
x --kernel-length=0
x --kernel-length=-1s
x --kernel-length=1.5
x --kernel-length=none
x --kernel-length=1ms
conv -e '1 2;3 4' --dims=2 --trim=-3dB < /dev/null; echo $?
conv -e '1 2;3 4' --dims=2 --kernel-length=1 --print-kernel; echo $?
