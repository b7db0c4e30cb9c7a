conv -e 1 "$(printf 'a\033]0;x\007\nb')"
