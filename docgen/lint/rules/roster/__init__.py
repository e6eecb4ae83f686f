"""ROSTER: the units."""

FILES = ("row_not_in_order",)
