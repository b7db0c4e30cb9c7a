# a field that is no number, or nan, where a task of the convolution ends amid a slab of outputs:
# the status says so, with any number of threads, and no result is left
awk 'BEGIN {
    for (row = 1; row <= 8; row++)
        for (column = 1; column <= 40000; column++)
            printf "%s%s", row == 8 && column == 9 ? "x" : row % 7, column < 40000 ? " " : "\n"
}' > x
sed 's/x/nan/' x > nan
for threads in 1 2 3; do
    conv --dims=2 -e '1 1' -j "$threads" -o y x
    echo $?
    conv --dims=2 -e '1 1' --nan=error -j "$threads" -o y nan
    echo $?
done
ls
