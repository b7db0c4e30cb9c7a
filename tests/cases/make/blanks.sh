# needs: make
env -i PATH="$PATH" make -n -C "$TOP" BUILD='a b' > log
echo $?
