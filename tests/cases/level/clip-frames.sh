printf '0.5\n2\n' | conv -e 1 -t raw --encoding=s8 | od -An -td1
printf '0.5+2j\n2-1j\n' | conv -e 1 -t raw --encoding=cs8 | od -An -td1
