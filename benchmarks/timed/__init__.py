"""What is timed: one module a subject, each with `measure(Settings) -> list[Table]`."""
