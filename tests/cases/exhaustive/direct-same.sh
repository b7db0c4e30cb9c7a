exhaustive direct same
