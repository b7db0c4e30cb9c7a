# The same bytes whichever variants of its functions the C library chooses at run time.
specs() {
    for n in 2 3 5 8 17 64 101; do
        echo "box:$n" "triangle:$n" "hamming:$n" "hann:$((n + 1))" "blackman:$((n + 1))" "kaiser:$n"
        echo "kaiser:$n,5.5" "savgol:$((2 * n + 1)),4,d=1" "echo:$n,-$n.1dB" "echo:1,0.$n,dB"
        echo "lowpass:0.1,$n" "lowpass:0.3,$n,kaiser" "highpass:0.2,$((2 * n + 1))"
        echo "bandpass:0.1,0.2,$((n + 1)),blackman" "notch:0.2,0.3,$((2 * n + 1))" "exp:0.$n" "exp:$n"
        echo "exp:alpha=0.$n" "exp:span=$n.5" "exp:halflife=1.$n" "tukey:$((n + 1)),0.3" "binomial:$((9 * n))"
        echo "kaiser:$n,scale=0,periodic=1" "bandstop:0.1,0.2,0.3,0.4,$((2 * n + 1)),scale=0" "savgol:$((2 * n + 1)),4,pos=1"
        echo "gauss:0.$n" "gauss:1.$n" "gauss:$n" "gauss:$n,d=1" "gauss:2.$n,d=2"
    done
}
specs_with_units() {
    for n in 2 3 5 8 17 64 101; do
        echo "lowpass:1kHz,$n" "gauss:${n}ms" "gauss:${n}ms,d=2" "exp:1.${n}ms" "bandpass:$n,2000,51"
        echo "savgol:$((2 * n + 1)),4,d=1" "notch:0.5,1.$n,51,kaiser,kHz" "hann:${n}ms"
    done
}
results() {
    for spec in $(specs); do
        conv --print-kernel -g "$spec" -t raw | cksum
    done
    for spec in $(specs_with_units); do
        conv --rate=8000 --print-kernel -g "$spec" -t raw | cksum
    done
    for gain in -60.1 -6 -0.3 3 20.7; do
        echo 1 | conv -e 1 --gain=$gain
    done
    conv -M fft $DATA/taps-1200.txt $DATA/noise-1000.txt -t raw | cksum
    conv --print-kernel --normalize=gain $DATA/taps-1200.txt -t raw | cksum
}
results > chosen
off=-AVX2,-FMA,-FMA4,-AVX512F,-AVX2_Usable,-FMA_Usable,-FMA4_Usable,-AVX512F_Usable
GLIBC_TUNABLES=glibc.cpu.hwcaps=$off results > plain
wc -l < chosen
cmp chosen plain && echo same
