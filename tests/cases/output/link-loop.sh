ln -s b a; ln -s a b; seq 2 | conv -e 1 -o a; status=$?; ls; exit $status
