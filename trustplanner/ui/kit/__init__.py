"""The machinery of the user interface; it knows no screen."""
