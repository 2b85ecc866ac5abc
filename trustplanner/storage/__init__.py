"""The encrypted vault: the only folder that knows SQL, the file's format and the places beside it."""
