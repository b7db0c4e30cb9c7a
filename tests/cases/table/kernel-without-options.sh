printf 'x;y\n1;2\n2;3\n' > s; printf '1,2,1\n' > k; conv -H -d ';' k s
