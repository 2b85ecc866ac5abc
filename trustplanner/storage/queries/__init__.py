"""SQL in, frozen data out: the only way to look into the vault."""
