seq 5 | conv -m same -g delta:2 | tr "\n" " "; seq 5 | conv -m same -c -g delta:2 | tr "\n" " "; seq 5 | conv -m same --origin=2 -g delta:2 | tr "\n" " "
