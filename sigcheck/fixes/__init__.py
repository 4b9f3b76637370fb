"""Fixes: one module a fix, each of which proposes edits for what the rules that name it have found."""
