conv --print-kernel -g box:3 x
