conv --print-kernel k x
