# needs: /usr/bin/python3
/usr/bin/python3 -c '
import numpy
numpy.save("x.npy", numpy.ones((2, 3, 4)))
numpy.save("h.npy", numpy.ones((2, 3, 1)))'
conv --axes=0 --map=1:1:1 h.npy x.npy
