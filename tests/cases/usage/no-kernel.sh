conv
