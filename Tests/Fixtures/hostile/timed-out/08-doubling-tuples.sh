# Tuples of tuples, each of twice the size.
# Or: compile-error
echo 'let t0 = (1, 1)' >submission.swift
awk 'BEGIN { for (i = 1; i < 40; i++) printf "let t%d = (t%d, t%d)\n", i, i - 1, i - 1 }' >>submission.swift
