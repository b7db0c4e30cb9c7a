(seq -s ' ' 1 900000 | tr -d '\n'; printf ' \0 5\n') | conv -e 1 > /dev/null
