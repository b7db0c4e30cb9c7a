seq 3 | conv -e 1 -o y.txt; cat y.txt; ls -A
