# an integer that no double equals, in an option: a warning, which -q before or after it silences
echo 1 nan | conv -e 1 --nan=fill:9007199254740993
echo 1 nan | conv -e 1 -q --nan=fill:-9007199254740993.0
echo 1 nan | conv -e 1 --nan=fill:9007199254740993 -q
echo 1 2 | conv -e 0,1 -m same --origin=0 -b constant:18446744073709551617 2>&1
echo 1 nan | conv -e 1 --nan=fill:9007199254740992 2>&1
echo 1 nan | conv -e 1 --nan=fill:9007199254740993.5 2>&1
