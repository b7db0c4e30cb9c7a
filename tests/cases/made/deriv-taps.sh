for k in 1 2 3 4 5 6; do conv --print-kernel -g deriv:$k | tr "\n" " "; done
