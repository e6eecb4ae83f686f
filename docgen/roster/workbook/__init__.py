"""Workbooks that docgen makes: the empty roster to fill in, the rows that failed. Every cell is a text."""
