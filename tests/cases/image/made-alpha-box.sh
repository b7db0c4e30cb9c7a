conv -g box:3 "$DATA/image/alpha.pam"
