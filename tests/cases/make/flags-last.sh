# needs: make
# what sums need stands after what the user says, and a definition of the compiler's own is undone
env -i PATH="$PATH" make -n -C "$TOP" BUILD="$PWD/b" CC=cc CXX=c++ CFLAGS=-ffp-contract=fast CXXFLAGS=-ffp-contract=fast |
    grep -E ' -c -o [^ ]*/(util.c|number.cc).o' |
    grep -oE -e '-ffp-contract=[a-z]+|-[UD]_FORTIFY_SOURCE[=0-9]*'
