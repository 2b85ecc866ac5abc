"""One file for each window, page and dialog; only the main window knows the others."""
