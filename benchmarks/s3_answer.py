"""S3: one answer, from the key press to the repainted row with the answer committed, beside one durable commit."""
