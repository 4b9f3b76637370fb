"""Facts: what SQL cannot say well, as plain functions over one distinct value."""
