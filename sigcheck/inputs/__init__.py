"""Readers: files of a planned send become values and tables; nothing is judged here."""
