printf '# head\n1 # one\n\n   \n# mid\n2\n' | conv -e 1,1
