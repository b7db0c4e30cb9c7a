seq 9 | conv -e 0.1 -t wav --rate=8000 -q | conv --complex -e 1 > /dev/null
