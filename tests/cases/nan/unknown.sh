for p in drop fill fill: fill:V fill:x; do echo 1 | conv --nan=$p -e 1; echo $?; done
