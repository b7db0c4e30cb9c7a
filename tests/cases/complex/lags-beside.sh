printf '1+1j\n2\n' | conv -c --lags -e '1 1j' | cut -d ' ' -f 1
