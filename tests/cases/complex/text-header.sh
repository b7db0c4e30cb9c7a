printf 'i j k\n1 2 3\n' | conv -e 2 -t csv | tail -n 1 | tr , ' '
