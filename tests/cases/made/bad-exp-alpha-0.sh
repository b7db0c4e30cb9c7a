conv -g 'exp:alpha=0'
