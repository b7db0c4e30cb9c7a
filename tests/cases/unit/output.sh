unit-output && ls -A && cat two
