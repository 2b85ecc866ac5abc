"""What is true, in plain Python: imports nothing but the standard library."""
