conv --help > /dev/full
