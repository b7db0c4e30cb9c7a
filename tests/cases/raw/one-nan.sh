# a NaN is the positive quiet one, whether it was computed or came with a sign and a payload
{ printf '\0\0\0\0\0\0\360\177\0\0\0\0\0\0\360\377'    # infinities that cancel
  printf '\001\0\0\0\0\0\370\377\0\0\0\0\0\0\360\77'; } > x
nans() { conv -q -e 1,1 -m valid --signal-type=raw --signal-encoding=f64 "$@" x; }
for encoding in f64 f64be f32 f32be; do
    nans --encoding=$encoding | od -An -v -tx1
done
nans -t npy | tail -c 24 | od -An -v -tx1
nans -t npy --encoding=f32 | tail -c 12 | od -An -v -tx1
nans -t wav --rate=8000 --encoding=f32 | tail -c 12 | od -An -v -tx1
