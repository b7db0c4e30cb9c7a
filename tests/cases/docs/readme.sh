examples "$TOP/README.md"
