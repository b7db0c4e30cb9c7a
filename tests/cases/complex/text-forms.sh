printf '%s\n' 1+2j '(1+2j)' 1e3-2.5j 2j -2J 3 '(4)' 1+-2j 1e+2-1e-2j '( 7-j)' 0x1p3+0x1p-1j 1-0j inf-infj ' (  1.5e+00+2.25e+00j)' | sed 's/( */(/' | conv -e 1
