"""The recovery chart: one view of the record, and from it the picture, the words and the table.

`view.py` decides what is shown; `words.py`, `cards.py`, `table.py` say it; `figure.py` and `layers.py` draw it.
Only `library.py` imports matplotlib; a screen may read the words before the library is there.
"""
