# the magnitude of a complex tap is that of the pair
echo 1 1j | conv --align=peak -e '3 3+3j 4 1'
echo 1 1j | conv --align=onset -e '0.25+0.25j 0.3j 0.3+0.3j 4'
