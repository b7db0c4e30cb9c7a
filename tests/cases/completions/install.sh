# make install puts all under the name that is asked for, and uninstall takes all away
flags=$(echo " ${MAKEFLAGS:-}" | sed 's/ -j[0-9]*//g; s/ --jobserver[^ ]*//g; s/^ w/ /')
make_it() { MAKEFLAGS=$flags make -s --no-print-directory -C "$TOP" "$@" PREFIX=/usr DESTDIR="$PWD/root" NAME=convolve; }
make_it install
find root -type f | sort
root/usr/bin/convolve -e 1,x
grep -c '^.Nm convolve' root/usr/share/man/man1/convolve.1
cd root/usr/share && head -1 zsh/site-functions/_convolve
grep ^complete bash-completion/completions/convolve
grep ^for fish/vendor_completions.d/convolve.fish
cd ../../..
make_it uninstall
find root -type f
