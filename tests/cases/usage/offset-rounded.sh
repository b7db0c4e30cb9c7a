echo 0 | conv -e 1 --offset=9007199254740993
echo 0 | conv -e 1 --offset=9007199254740992 2>&1
