conv -g 'exp:alpha=1.5'
