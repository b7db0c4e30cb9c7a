printf 'fLaC and then some more text\n' | conv -e 1
