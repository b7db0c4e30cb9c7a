for j in $(seq 49); do printf '8\n-8\n'; done > h
printf '0.5\n0.5\n' >> h
yes 0x0.ffffffffffffcp1024 | head -3000 | conv -M fft -k h -m valid | awk '/inf|nan/ { n++ } END { print NR, n + 0 }'
