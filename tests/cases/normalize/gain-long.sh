awk 'BEGIN { for (i = 0; i < 30000; i++) print i * i * 7919 % 2003 - 1001 }' > h
conv --print-kernel --normalize=gain -k h | head -1
