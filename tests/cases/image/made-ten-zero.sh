conv -b zero -e '0 -1 0; -1 5 -1; 0 -1 0' -t csv "$DATA/image/ten.ppm" | tr , " "
