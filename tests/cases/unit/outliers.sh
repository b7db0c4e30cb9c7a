unit-outliers
