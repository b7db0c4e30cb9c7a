exhaustive direct full
