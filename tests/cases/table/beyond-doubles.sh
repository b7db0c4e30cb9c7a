{
    echo 123456789012345678901234567890e-400; echo -1e-9999999999999999999999; echo 1e9999999999999999999999
    echo "0.$(printf '0%.0s' $(seq 400))1e401"; echo "$(printf '9%.0s' $(seq 400))e-91"; echo "-$(printf '9%.0s' $(seq 400))"
    echo "000$(printf '0%.0s' $(seq 400)).$(printf '0%.0s' $(seq 400))1"; echo 0x.00001p-1060; echo 0x10000p1010
    echo -0x123456789abcdef.8p-1150; echo 0e999999999999; echo 1797693134862315807e290; echo 1797693134862315808e290
} | conv -e 1
