echo '# nothing' | conv -e 1
