printf '"two\nlines",b\n1,2\n3,x\n' | conv -e 2
