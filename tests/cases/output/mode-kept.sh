echo > y; chmod 640 y; seq 3 | conv -e 1 -o y; stat -c %a y
