printf '1j\n2\n' | conv -c --normalize=xcorr -e '1 2'
