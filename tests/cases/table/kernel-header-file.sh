printf 'gain\n1\n2\n' > k; seq 3 | conv -k k
