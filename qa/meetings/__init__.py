"""Answers from the meetings that the archive reports: found, compared, counted, set in order."""
