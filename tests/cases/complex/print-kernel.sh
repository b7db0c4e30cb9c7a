conv --print-kernel -e '1 2-1j'
