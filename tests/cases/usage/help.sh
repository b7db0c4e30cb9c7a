# -h is one screen of 24 lines and 80 columns; --help has every line within 79 columns
conv --help | head -2
conv --help | awk 'length > 79'
conv -h | awk 'length > 79 { print } END { print (NR < 24 ? "one screen" : NR " lines") }'
conv -h | grep -c '^  conv '
