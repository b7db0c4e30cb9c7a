exhaustive direct valid
