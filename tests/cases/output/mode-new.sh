umask 027; seq 3 | conv -e 1 -o y; stat -c %a y
