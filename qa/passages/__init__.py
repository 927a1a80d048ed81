"""Answers from passages: the sentences that answer are found, weighed and told."""
