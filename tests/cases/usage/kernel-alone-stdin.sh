conv -
