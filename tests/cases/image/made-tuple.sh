conv -e 1 "$DATA/image/stereo.pam"
