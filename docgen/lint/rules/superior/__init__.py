"""SUP: what goes with the superior's campaign."""

FILES = ("deadline_not_before_the_superiors", "form_that_deviates", "superior_not_cited")
