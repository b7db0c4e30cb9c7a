# Semicolons are looked for first: a name that holds one is quoted, so that it is read as it was.
printf '"a;b",c\n1,2\n3,4\n' | conv -e 1 | tee x
conv -e 1 x | cmp - x
printf '"c;d"\te\n1\t2\n' | conv -e 1 | tee x
conv -e 1 x | cmp - x
