# needs: make
# pkg-config is asked for flags and for libraries, once, and not at all where nothing is built
printf '#!/bin/sh\necho "$1" >> "%s/asked"\n' "$PWD" > p
chmod +x p
env -i PATH="$PATH" make -n -C "$TOP" BUILD="$PWD/b" PKG_CONFIG="$PWD/p" > commands
sort asked
rm asked
env -i PATH="$PATH" make -n -C "$TOP" BUILD="$PWD/b" PKG_CONFIG="$PWD/p" clean uninstall deps > commands
ls asked 2> /dev/null
grep -c conv commands > /dev/null && echo told
