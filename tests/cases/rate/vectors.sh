# libsoxr's code for AVX gives other bytes: it is not used, whatever the environment says
conv -e 1 --rate=44100 --output-rate=48000 $DATA/noise-1000.txt > a
for simd in 0 1; do
    SOXR_USE_SIMD=$simd SOXR_USE_SIMD64=$simd \
        conv -e 1 --rate=44100 --output-rate=48000 $DATA/noise-1000.txt | cmp - a
done
wc -w < a
