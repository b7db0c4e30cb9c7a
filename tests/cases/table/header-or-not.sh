# a first row that may be a damaged one is told; one that is surely none is not
printf 'N/A,1\n2,3\n4,5\n' | conv -e 1,1 -m valid
printf ',b\n1,2\n' | conv -e 1
printf 'a,2020\n1,2\n' | conv -H -e 1
