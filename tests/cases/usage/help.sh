conv --help | head -2; conv -h | grep -c -- --taps
