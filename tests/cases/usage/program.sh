# it goes by the name that it was called by, without its folders
ln -s "$(command -v conv)" convolve
./convolve -h | head -2
./convolve --help | head -1
./convolve --help | tail -1
./convolve -e 1,x /dev/null
./convolve --bogus
./convolve -q --bogus
