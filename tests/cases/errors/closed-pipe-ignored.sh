(trap '' PIPE; seq 1000000 | { conv -e 1,2,1; echo $? >&2; } | head -1) 2> err; cat err | grep -v seq
