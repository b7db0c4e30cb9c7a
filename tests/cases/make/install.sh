# needs: make
# what is there is copied as it is, with its manual, under another name; nothing is left after
mkdir b
echo 'not built by make' > b/conv
chmod +x b/conv
in_place() {
    env -i PATH="$PATH" make -s -C "$TOP" BUILD="$PWD/b" CFLAGS=-O0 \
        DESTDIR="$PWD/a place" PREFIX=/usr NAME=convolve "$1"
}
in_place install
cat 'a place/usr/bin/convolve'
ls 'a place/usr/bin' 'a place/usr/share/man/man1'
grep -E '^\.(Dt|Nm) .' 'a place/usr/share/man/man1/convolve.1' | sort -u
find 'a place' -name '*convolve*' ! -perm /111 ! -perm 644
in_place uninstall > log
find 'a place' -type f
