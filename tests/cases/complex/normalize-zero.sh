conv --normalize=sum -e '1+1j -1-1j' --print-kernel
