conv --print-kernel -g lowpass:1kHz,taps=49,shift=1kHz --rate=48000 | awk 'NR % 12 == 1' | grep -c -e '^0[-+]' -e '[-+]0j$'
