"""OPEN: what a person has still to decide."""

FILES = ("todo_left",)
