# NUL bytes.
# Says: NUL bytes
printf 'let x = "\000"\n' >submission.swift
