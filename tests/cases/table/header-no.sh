printf 'a\n1\n' | conv -H --header=no -e 1
