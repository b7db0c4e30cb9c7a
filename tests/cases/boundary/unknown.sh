for b in '' nowhere constant constant: constant:x constant:1x Zero; do echo 1 | conv -e 1,2 -b "$b"; echo $?; done
