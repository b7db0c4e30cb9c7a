unit-separable quiet
