conv -g Box:2
