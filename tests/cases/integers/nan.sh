# what is not finite leaves the outputs exact that do not meet it; python's integers gave the numbers
for method in direct fft exact; do
    echo 9007199254740991 3 nan 7 -9007199254740990 5 inf 1 1 1 | conv -q -M $method -e 1125899906842623,-3,1
done
