(ulimit -f 1; seq 100000 | conv -e 1 -o y.txt); echo $?; ls -A
