printf '1\n\033[31mred\n' | conv -e 1
