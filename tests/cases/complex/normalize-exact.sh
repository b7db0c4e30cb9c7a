printf '%s\n' 3+0j 1+1j | conv --normalize=sum -e '1+1j 2 1'
