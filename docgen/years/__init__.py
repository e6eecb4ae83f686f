"""From year to year: what moves in a campaign's file, what is valid only once, what a superior changed.

Texts in, texts out: a file is changed at exact places and nothing else of it moves, comments and layout included.
"""
