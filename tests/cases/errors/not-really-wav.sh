printf 'RIFF____WAVE and then some more text\n' | conv -e 1
