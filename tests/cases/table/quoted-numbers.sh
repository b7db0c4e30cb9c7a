printf '"1","2"\n"3", " 4 " \n' | conv -e 2
