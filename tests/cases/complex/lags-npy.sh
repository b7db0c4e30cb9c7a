printf '1+1j\n2\n' | conv -c --lags -e '1 1j' -t npy | conv -e 1 -t text
