for p in propagate omit omit:3/8 keep keep:0.5 error fill:-1; do echo 1 | conv -e 1 --nan=$p --explain | grep ^NaN; done
