echo 1 | conv -e 1 -t raw --encoding=cf32
