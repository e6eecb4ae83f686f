"""VALUE: values typed twice."""

from docgen.lint.rule import loaded
from docgen.lint.rules.value import contact_typed_again, deadline_typed_again

RULES = loaded(deadline_typed_again, contact_typed_again)
