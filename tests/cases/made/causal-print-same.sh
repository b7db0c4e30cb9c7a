conv --print-kernel -m same -g delta:2
