$UNIT quiet
