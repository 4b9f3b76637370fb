"""Changing files so that all that is not meant to change stays byte for byte: lists, messages and plans."""
