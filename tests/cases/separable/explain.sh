# A product is found where plain sums are asked for, and passes are taken where they cost less.
show() {
    conv --explain --dims=2 -m same "$@" $DATA/separable/photo.npy |
        sed -n '/^method/{s/, blocks of [0-9]* frames//;s/, transforms.*//;p}'
}
show -g gauss:5
show -g gauss:5 -M direct
show -g gauss:5 -M exact
show -g gauss:5 --nan=omit -M direct
show -e '2 4; 3 6' -M separable
show -g box:9
show -e '1 2; 3 4'
