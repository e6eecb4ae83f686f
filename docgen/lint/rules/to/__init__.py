"""TO: 主送机关."""

from docgen.lint.rule import loaded
from docgen.lint.rules.to import (
    addressed_to_itself,
    addressee_twice,
    comma_between_like,
    half_width_colon,
    indented,
    no_body_on_first_page,
    no_colon,
    to_a_leader,
    upward_to_several,
)

RULES = loaded(
    half_width_colon,
    no_colon,
    indented,
    to_a_leader,
    upward_to_several,
    no_body_on_first_page,
    comma_between_like,
    addressee_twice,
    addressed_to_itself,
)
