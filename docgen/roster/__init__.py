"""Rosters: which units there are, what is known of each, and what is wrong with that."""
