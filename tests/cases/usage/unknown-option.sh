conv --bogus
