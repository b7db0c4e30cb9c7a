"${UNIT%engines}elementary" "$DATA/elementary.txt"
