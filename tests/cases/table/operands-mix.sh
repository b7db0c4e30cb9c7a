seq 3 > x; conv -m valid x -e 1,1
