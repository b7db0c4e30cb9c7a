seq 3 | conv --kernel-type=raw -k x
