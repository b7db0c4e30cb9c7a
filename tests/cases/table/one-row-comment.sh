printf '# three\n\n1 2 3 # end\n# more\n\n' | conv -e 1
