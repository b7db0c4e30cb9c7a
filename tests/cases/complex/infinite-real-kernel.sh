printf '%s\n' 1+infj -inf+2j 3j | conv -e '2 0.5'
