name=$(printf 'é\n\033[31m\377'); seq 3 > "$name"
conv --explain -e 1,2 "$name" | head -1; conv --explain "$name" "$name" | wc -l; conv --explain -e 1 n 2> /dev/null
conv -v -e 1,2 "$name" 2>&1 > /dev/null | head -1
