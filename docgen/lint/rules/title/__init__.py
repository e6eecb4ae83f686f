"""TITLE: 标题, the notice's own and those it names."""

from docgen.lint.rule import loaded
from docgen.lint.rules.title import (
    another_issuer,
    another_kind_in_the_words,
    hourglass,
    long_title,
    mark_at_the_end,
    marks_within,
    marks_within_marks,
    no_de_before_kind,
    no_guanyu,
    no_kind,
    notice_of_notice,
    number_in_title,
    one_character_on_last_line,
    plan_with_marks,
    preposition_twice,
    regulation_without_marks,
    torn_word,
    two_kinds,
)

RULES = loaded(
    mark_at_the_end,
    no_kind,
    no_guanyu,
    two_kinds,
    preposition_twice,
    marks_within,
    regulation_without_marks,
    plan_with_marks,
    marks_within_marks,
    number_in_title,
    another_kind_in_the_words,
    torn_word,
    hourglass,
    long_title,
    notice_of_notice,
    no_de_before_kind,
    another_issuer,
    one_character_on_last_line,
)
