conv --help > /dev/full
for what in -h --version '-g help' '-b help'; do conv $what > /dev/full; echo $?; done
conv -t help > /dev/full
