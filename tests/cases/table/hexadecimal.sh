printf '0x1p4\n0x1.8p0\n-0X10\n' | conv -e 1
