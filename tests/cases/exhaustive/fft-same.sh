exhaustive fft same
