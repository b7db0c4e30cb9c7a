# fewer than ten taps do not fade: integers stay integers, and means of them exact
echo 1 2 4 | conv -e 1,2,3,4 --kernel-length=2
echo 1 2 4 | conv -g box:5 --kernel-length=3
echo 1 2 4 | conv -e 10,4,1.01,1,1,0.5 --trim=-20dB
# nothing above it, nothing after it, all of it
echo 1 | conv -e 0,0,0 --trim=-20dB | paste -sd' '
echo 1 | conv -e 1,0,0 --trim=-999dB | paste -sd' '
echo 1 | conv -e 1,2,3 --trim=-0.1dB --kernel-length=9 | paste -sd' '
# before it is normalized, reversed and aligned
echo 1 2 4 | conv -e 1,1,2,9 --kernel-length=3 --normalize=sum --align=peak
echo 0 1 0 | conv -c -e 1,2,5,9 --kernel-length=3 -m same --align=peak
# the largest may be gone, and time 0
echo 1 2 4 | conv -g delta:2 --kernel-length=2
echo 1 2 4 | conv -g savgol:5,2,pos=4 --kernel-length=1 -m same --normalize=peak
# of either column, or part
conv -k "$DATA/room-31x2.txt" --trim=-0.5dB --print-kernel | wc -l
conv -e '1+1j 1.3 0.1j' --trim=-1dB --print-kernel
# a mean that fades is one no more; a cut time 0 is the last tap, with -c the first
conv -q -g box:20 --kernel-length=10 --print-kernel | paste -sd' '
echo 35 0 0 | conv -q -c -m same -g savgol:5,2,pos=0 --kernel-length=3
# tiny and huge taps
echo 1 | conv -q -e 1e-200,3e-200,2e-200 --align=peak | paste -sd' '
echo 1 | conv -q -e 1e200,3e200,2e200 --align=peak | paste -sd' '
