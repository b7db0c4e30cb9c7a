# a word that means two things is refused, in words that tell both
conv -e 1,2 -b reflect
