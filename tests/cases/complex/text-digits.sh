printf '0.1+1e-7j\n1e22-123456789012345678j\n' | conv -q -e 1
