# (12 log2 L + 2 + P) 2^-53 |h| for P paths, L = 512: of one path through taps whose squares leave
# the range of doubles, 111 * 2^-53 * sqrt(2); of 30 such paths, 140 * 2^-53 * 30 sqrt(2)
bound() { conv --explain -M fft "$@" | sed -n 's/^error: at most \([^ ]*\) times .*/\1/p'; }
for size in 1e-200 1 1e200; do seq 3 | bound -e $size,$size; done
map=$(seq 30 | sed 's/$/:1:1/' | paste -sd, -)
for row in 1 2 3; do seq 30 | paste -sd, -; done | bound -e 1,1 "--map=$map"
