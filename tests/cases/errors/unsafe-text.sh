# Letters of every script are shown; what is no UTF-8, controls and what turns text about are not.
for name in 'größe' 'Ελλάδα' 'مرحبا' '日本' '🎵' $(printf 'a\377b c\302\205d e\342\200\256f g\342\200\213h i\357\273\277j k\363\240\201\201l m\340\200\257n o\355\240\200p q\177r s\342\201\246t u\330\234v w\303 x\364\220\200\200y z\357\277\271z'); do conv -e 1 "$name"; done 2>&1
printf 'a\n\342\200\256\377b\n' | conv -e 1 2>&1
