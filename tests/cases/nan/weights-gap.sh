# data that are all 20, but for gaps: nothing else may come out, and nan where a kernel meets nothing
gap() { awk -v n="$1" 'BEGIN { for (i = 0; i < 20000; i++) print(i >= 5000 && i < 5000 + n ? "nan" : 20) }'; }
others() { awk '$1 != $1 + 0 || $1 > 20 * (1 + 1e-12) || $1 < 20 * (1 - 1e-12)' | sort | uniq -c; }
for method in direct fft auto; do
    gap 3600 | conv -M $method -g exp:100 -m same --nan=omit -b renorm | others
    gap 5000 | conv -M $method -g exp:100 -m same --nan=omit -b renorm | others
    gap 3000 | conv -M $method -g gauss:250 -m same --nan=omit -b renorm | others
done
