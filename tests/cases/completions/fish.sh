# needs: fish
# what fish offers is what --help and the lists tell, under both names
options-of > want
export HOME="$PWD"
mkdir empty
cat > complete.fish <<'END'
source $TOP/completions/conv.fish
cd empty
for option in (complete -C "$argv[1] --" | string split -f1 \t | string replace -r -- '=$' '' | sort -u)
    echo $option (complete -C "$argv[1] $option=" | string split -f1 \t | string replace -- "$option=" "")
end
for letter in (string split '' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ)
    echo -- -$letter (complete -C "$argv[1] -$letter " | string split -f1 \t)
end | grep " ."
END
pairs() { # an option and one of its words, a line each: fish sorts them
    awk '{ print $1; for (i = 2; i <= NF; i++) print $1, $i }' "$1" | LC_ALL=C sort -u
}
pairs want > want.pairs
for name in conv convolve; do
    fish complete.fish $name > got
    pairs got | diff want.pairs -
done
