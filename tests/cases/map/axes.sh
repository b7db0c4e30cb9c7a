# needs: /usr/bin/python3
/usr/bin/python3 -c '
import numpy
numpy.save("x.npy", numpy.arange(120.).reshape(6, 5, 4) % 17)
numpy.save("h.npy", numpy.arange(24.).reshape(3, 2, 4) % 7)'
conv --dims=2 --map=2:4:3,1:1:2,3:1:4 -t npy h.npy x.npy > y.npy
/usr/bin/python3 -c '
import numpy
x, h, y = (numpy.load(name + ".npy") for name in "xhy")
def sum_of(i, column):
    sums = numpy.zeros((8, 6))
    for (a, b), tap in numpy.ndenumerate(h[..., column - 1]):
        sums[a:a + 6, b:b + 5] += tap * x[..., i - 1]
    return sums
want = numpy.zeros((8, 6, 4))
want[..., 0] = sum_of(1, 2) + sum_of(3, 4)
want[..., 3] = sum_of(2, 3)
print(y.shape == want.shape and (y == want).all())'
