# Only root may give files away; for others there is nothing to see here but that owner and mode stay.
if [ "$(id -u)" -eq 0 ]; then owner=4321 group=1234; else owner=$(id -u) group=$(id -g); fi
seq 2 > y; chown $owner:$group y; chmod 4750 y; seq 3 | conv -e 1 -o y
[ "$(stat -c '%u:%g %a' y)" = "$owner:$group 4750" ] && cat y
