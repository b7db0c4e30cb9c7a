conv --print-kernel -g exp:1.5
