printf '\357\273\277x\n1\n2\n' | conv -e 1,1
