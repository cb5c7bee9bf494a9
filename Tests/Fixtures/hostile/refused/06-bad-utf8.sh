# Bytes that are no UTF-8.
# Says: line 2
printf 'let x = 1\nlet y = "\377\376"\n' >submission.swift
