exhaustive fft valid
