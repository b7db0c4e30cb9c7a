seq 3 | conv --explain -M exact -e 1,2,3 | grep '^method\|^error'
