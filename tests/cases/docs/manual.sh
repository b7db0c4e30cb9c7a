# needs: sox
examples "$TOP/man/conv.1"
