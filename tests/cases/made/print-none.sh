conv --print-kernel
