conv -m full -b zero -e "0 0 0;0 1 0;0 0 0" "$DATA/image/colour.ppm"
