printf 'inf\ninf\n-inf\n1\n' | conv -e 1,-1 -m valid --format=%.1f; printf 'nan\n-nan\n' | conv -e 1 --format='[%8.2f|'; printf 'nan\n-nan\n' | conv -e -1 --format='%-6e]'
printf 'inf\ninf\n' | conv -e 1,-1 -m valid --format=%+.1f
