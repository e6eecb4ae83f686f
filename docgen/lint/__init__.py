"""Checking: every fault of a notice, its annexes and its dates, found before the seal goes on.

    what is checked  →  Reading (its texts as Passages, its values, its files)  →  rules  →  Findings  →  reports

A rule is one file below ``rules/``; ``rules.RULES`` lists them all. ``run.findings_of`` runs them.
"""
