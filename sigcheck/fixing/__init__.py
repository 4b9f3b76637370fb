"""From a plan to its corrected files: found, proposed, applied in memory, checked anew, and only then written."""
