printf '"a, b","say ""x"""\n1,2\n3,4\n' | conv -e 2
