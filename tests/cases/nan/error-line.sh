# the first NaN's line and field, as an editor counts; what was to be written is not there
printf '# comment\nname,b\n1,2\n\n3,NA\n4,nan\n' > t.csv
conv --nan=error -e 1,1 -o out.csv t.csv
echo $?
ls
