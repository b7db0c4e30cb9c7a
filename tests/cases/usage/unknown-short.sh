conv -Z
