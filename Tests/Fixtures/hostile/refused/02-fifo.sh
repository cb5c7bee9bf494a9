# The submission is a FIFO, from which nobody ever reads.
# Says: FIFO
mkfifo submission.swift
