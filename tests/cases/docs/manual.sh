examples "$TOP/man/conv.1"
