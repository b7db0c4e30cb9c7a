ln -s real link; seq 2 | conv -e 1 -o link; cat real; test -L link && echo link
