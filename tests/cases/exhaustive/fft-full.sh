exhaustive fft full
