"""The screens: each decides what its keys and lists lead to."""
