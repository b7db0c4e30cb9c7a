echo 1+9007199254740993j | conv -e 1 > /dev/null
