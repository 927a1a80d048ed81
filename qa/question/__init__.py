"""Understanding: what a question asks, alone or after others, and of which meeting."""
