conv -g "$(printf 'box:\033[31m')"
