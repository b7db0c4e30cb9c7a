awk 'BEGIN { for (i = 0; i < 1500000; i++) printf "%d,", 1000; print "5"; print "6" }' | conv -e 1 > /dev/null
