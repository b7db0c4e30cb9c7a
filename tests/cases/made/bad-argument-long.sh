conv -g box:$(printf '1%.0s' $(seq 3000))
