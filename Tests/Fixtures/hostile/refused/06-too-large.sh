# A file of a megabyte.
# Says: larger than 256 KB
yes '// nothing' | head -c 1000000 >submission.swift
