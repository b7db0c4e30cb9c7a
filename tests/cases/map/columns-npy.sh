# needs: /usr/bin/python3
/usr/bin/python3 -c '
import numpy
numpy.save("a.npy", numpy.array([1., 2., 3.]))
numpy.save("b.npy", numpy.array([[1., 0.], [0., 1.], [4., 4.], [5., 6.]]))'
echo 1 | conv -k a.npy -k b.npy -t npy > y.npy
/usr/bin/python3 -c '
import numpy
print(numpy.load("y.npy"))'
