printf '0.5\nnan\ninf\n' | conv -q -e 1 --rate=8000 -t ogg | head -c 4
