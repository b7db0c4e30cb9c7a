printf 'a,b\n1+2j,3\n"4j",(5-6j)\n' | conv -e 1 | tail -n +2 | tr , ' '
