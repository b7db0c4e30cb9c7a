# needs: bash
# what bash offers is what --help and the lists tell, under both names
options-of > want
cat > complete.bash <<'END'
source "$TOP/completions/conv.bash"
offer() { # WORD...: what is offered for the last
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    "$function" "$1" "${*: -1}" "${COMP_WORDS[COMP_CWORD - 1]}"
    echo "${COMPREPLY[*]}"
}
function=$(complete -p "$1" | sed 's/.*-F \([^ ]*\) .*/\1/')
for option in $(offer "$1" --); do
    echo "${option%=} $(offer "$1" "${option%=}" =)"
done
for letter in {a..z} {A..Z}; do
    echo "-$letter $(offer "$1" -$letter '')"
done | grep ' .'
END
for name in conv convolve; do
    bash complete.bash $name | sed 's/ $//' | LC_ALL=C sort | diff want -
done
# the middle of a word, after a blank and after an equals sign
cat > middle.bash <<'END'
source "$TOP/completions/conv.bash"
for line in 'conv --ma' 'conv --mo' 'conv -m s' 'conv -b mi' 'conv --boundary = con' 'conv -g hig' 'conv --header s' 'conv -- -'; do
    COMP_WORDS=($line) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _conv conv "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    echo "$line: ${COMPREPLY[*]}"
done
END
bash middle.bash
