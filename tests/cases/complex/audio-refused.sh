echo 1j | conv -e 1 -t wav --rate=8000
