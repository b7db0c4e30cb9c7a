echo old > y.txt; printf '1\n2\nx\n' | conv -e 1 -o y.txt; cat y.txt; ls -A
