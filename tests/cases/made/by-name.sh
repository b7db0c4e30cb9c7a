conv --print-kernel -g gauss:truncate=3,sigma=2,d=1 > a
conv --print-kernel -g gauss:2,3,1 > b
cmp a b
conv --print-kernel -g lowpass:window=kaiser,0.2,beta=5,taps=31 > a
conv --print-kernel -g lowpass:0.2,31,kaiser,5 > b
cmp a b
