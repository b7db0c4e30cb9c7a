# without root and sudo: what to run, and status 1
mkdir bin
for tool in grep sed; do ln -s "$(command -v $tool)" bin; done
printf '#!/bin/sh\necho 1000\n' > bin/id
printf '#!/bin/sh\necho run\n' > bin/apt-get
chmod +x bin/*
sh=$(command -v sh)
for what in build lint platforms bench; do
    PATH=$PWD/bin "$sh" "$TOP/tests/deps" $what > log
    echo "$what $?"
    grep -cE '^deps: missing: .|^deps: neither root nor sudo|^  apt-get update && apt-get install .* ' log
    grep -E '^run|dpkg' log
done
true
