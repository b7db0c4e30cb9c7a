conv -e 1 "$DATA/image/alpha.pam"
