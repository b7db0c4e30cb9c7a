seq 3 > x; conv -e 2 x -o x; cat x; ls -A
