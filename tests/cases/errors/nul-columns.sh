(seq 100 130 | sed 's/.*/&,1,2/'; printf '7,\0,8\n') | conv -e 1
