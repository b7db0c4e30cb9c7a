conv - -
