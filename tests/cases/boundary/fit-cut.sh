# a kernel that is cut fits no polynomial
for o in --trim=-40dB --kernel-length=3; do
    seq 9 | conv -g savgol:5,2 -m same -b fit $o || echo $?
done
