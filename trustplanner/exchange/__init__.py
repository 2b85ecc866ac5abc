"""Files in and out of the program, and the figures for scripts. Knows the vault only through queries and actions."""
