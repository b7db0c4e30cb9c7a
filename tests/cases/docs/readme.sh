# needs: sox pamcut
examples "$TOP/README.md"
