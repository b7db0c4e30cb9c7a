mkdir d; ln -s d/b a; ln -s c d/b; ln -s e d/c
seq 2 | conv -e 1 -o a; cat d/e; test -L a && test -L d/b && test -L d/c && echo links; ls -A d
