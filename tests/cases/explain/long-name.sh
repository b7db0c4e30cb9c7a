path=./$(printf './%.0s' $(seq 1800)); seq 3 > x; cp x k
conv --explain "${path}k" "${path}x" | awk '{ print (length($0) > 3000), $1 }'
conv -v "${path}k" "${path}x" 2>&1 > /dev/null | awk '{ print (length($0) > 3000), $2 }'
