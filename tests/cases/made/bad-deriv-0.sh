conv -g 'deriv:0'
