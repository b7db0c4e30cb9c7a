# needs: sox
examples "$TOP/README.md"
