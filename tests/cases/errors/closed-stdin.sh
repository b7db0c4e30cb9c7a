conv -e 1 <&-
