# needs: zsh
# what _conv tells zsh is what --help and the lists tell
zsh -n "$TOP/completions/_conv"
head -1 "$TOP/completions/_conv"
options-of > want
zsh -f -c '_arguments() { shift 2; print -rl -- "$@" }; source "$TOP/completions/_conv"' |
    sed -nE 's/^(\([^)]*\)|\*)//; s/\\//g; s/:compadd -S "" (.*)$/:(\1)/; s/^(--?[a-zA-Z-]*[a-zA-Z])[=+-]*\[.*\](::?[^:]*:\((.*)\))?.*$/\1 \3/p' |
    sed 's/ $//' | grep -e '^--' -e ' ' | LC_ALL=C sort | diff want -
