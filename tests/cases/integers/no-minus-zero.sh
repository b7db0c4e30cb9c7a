for method in direct fft exact; do echo 1 -1 1 | conv -M $method -e 1,1; echo 0 -0 0 | conv -M $method -e -1,0; done
