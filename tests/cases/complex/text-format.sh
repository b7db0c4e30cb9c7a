printf '1.5-2j\n-3.25+1e10j\n' | conv -e 1 --format=%12.3e
