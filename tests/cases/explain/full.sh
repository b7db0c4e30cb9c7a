seq 3 | conv --explain -e 1 > /dev/full
