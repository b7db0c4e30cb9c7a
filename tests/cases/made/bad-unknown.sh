conv -g gaus:2
