conv -e 1 nowhere
