# the manual's OPTIONS have the sections, options and arguments of --help, in its order
conv --help | sed -nE 's/^([A-Z].*):$/\1/p; s/^ +(-[^ ]+( --[^ ]+)?)( .*|$)/\1/p' | tr 'A-Z' 'a-z' > help
sed -n '/^\.Sh OPTIONS/,/^\.Sh MADE/p' "$TOP/man/conv.1" | sed -nE '
    s/^\.Ss (.*)/\1/p
    /^\.It Fl/ {
        s/^\.It//; s/ Ns Op = Ns Ar ([a-z]+) : Ns Ar ([a-z]+)/[=\1:\2]/; s/ Ns Op = Ns Ar ([a-z]+)/[=\1]/
        s/ Ns = Ns Ar /=/; s/ Ar [a-z]+ ,/ ,/; s/ Fl -/ --/g; s/ Fl ([a-zA-Z])/ -\1/; s/ ,/,/; s/^ //p
    }' | tr 'A-Z' 'a-z' > manual
diff help manual
grep -c '^kernel$' help
# and every word that there is to choose
options-of | tr ' ' '\n' | grep -v '^-' | tr -d : | sort -u | while read -r word; do
    grep -qE "Cm (.*[ :])?$word( |,|\.|$)|^$word[ :]" "$TOP/man/conv.1" || echo "$word is not in the manual"
done
