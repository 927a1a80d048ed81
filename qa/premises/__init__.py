"""What a question takes for true and the archive contradicts: put right."""
