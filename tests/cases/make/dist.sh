# needs: make
# outside git: the same bytes twice, the sources and no product
mkdir x
cp -R "$TOP/Makefile" "$TOP/.gitignore" "$TOP/man" x
cd x || exit
mkdir build
touch build/conv wet.wav man/page.o
env -i PATH="$PATH" make -s dist && mv conv-*.tar.gz ../first
touch man/conv.1
env -i PATH="$PATH" make -s dist && cmp conv-*.tar.gz ../first && tar tzf ../first | sed 's/^conv-[0-9.]*/conv-V/'
