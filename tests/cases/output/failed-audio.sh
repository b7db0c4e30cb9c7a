printf '1\nx\n' | conv -e 1 -o y.flac --rate=8000; echo $?; ls -A
