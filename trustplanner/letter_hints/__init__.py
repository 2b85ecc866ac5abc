"""Hints for letters: trained weights and patterns that point at a wording and ask. Needs numpy, so it is read late."""
