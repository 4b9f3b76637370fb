"""Random input for the readers: see README.md."""
