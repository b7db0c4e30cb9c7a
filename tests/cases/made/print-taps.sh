conv --print-kernel -c -e 1,2,3
