# Sums so large that no transform gives them: 131072 taps of -2^53 and one more of 2^53, whose sum
# is 2^53, over samples of 2^53, of which the first 1000 are missing, so that the weight is below 0,
# and one is infinite where taps are positive. (+inf * 2^53) / weight is -inf, by any engine.
awk 'BEGIN { for (i = 0; i < 262145; i++) print (i < 131072 ? "-" : "") "9007199254740992" }' > taps
awk 'BEGIN { for (i = 0; i < 262147; i++)
    print (i < 1000 ? "nan" : i == 5000 ? "inf" : "9007199254740992") }' > signal
for method in direct exact fft; do
    conv -q -k taps --nan=omit -m valid --method=$method signal
done
