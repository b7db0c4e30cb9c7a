# a hole in a line is filled by a symmetric kernel; NaN where nothing is
seq 10 | sed 's/^5$/nan/' | conv --nan=omit -m valid -e 0.25,0.5,0.25
printf '1\nNA\nNA\nNA\n5\n' | conv --nan=omit -e 1,1,1 -m same
