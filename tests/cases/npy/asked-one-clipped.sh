printf '127.5\n3\n' | conv --encoding=s8 -e 1 -t npy | tail -c 2 | od -An -td1
