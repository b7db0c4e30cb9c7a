unit-engines quiet fft
