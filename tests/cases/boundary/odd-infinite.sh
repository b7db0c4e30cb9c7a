# The odd extension of infinities, mirrored again and again: sums of it, from a loop in Python that
# goes by 2 a - b, fold by fold, with the arithmetic of doubles.
ones=$(yes 1 | head -n 16)
for x in '-inf -3' 'inf -inf' 'inf 1 2'; do
    for origin in 0 15; do
        echo "$x" | conv -e "$ones" --origin=$origin -b odd -m same
    done
done
