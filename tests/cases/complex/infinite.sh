printf '%s\n' 1+infj 1 | conv -e 2+3j
