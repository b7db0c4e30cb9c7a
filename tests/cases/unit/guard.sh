unit-guard
