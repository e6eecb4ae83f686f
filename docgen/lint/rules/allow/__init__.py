"""ALLOW: what is wrong with an allowance itself."""

FILES = ("unused_allowance", "allowance_of_no_rule", "allowance_without_reason")
