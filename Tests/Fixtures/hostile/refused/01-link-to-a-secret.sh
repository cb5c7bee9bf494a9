# The submission is a symbolic link to a secret.
# Says: symbolic link
# Never says: root:
ln -s /etc/passwd submission.swift
