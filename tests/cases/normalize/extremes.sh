p() { conv --print-kernel --normalize=$1 -e $2 | tr '\n' ' '; echo; }
p sum 1e308,1e308; p l2 0,4e200; p l2 1e-200,0; p l2 3e-320,4e-320 | awk '{ printf "%.2f %.2f\n", $1, $2 }'; p gain 1e308,1e308; p l1 1e308,1e308,1e308,1e308; p peak 5e-324,0
