"""What Jinja says of a text that it cannot read, in the author's language: exact, but it speaks of tokens."""

from __future__ import annotations

import re

from docgen.language import _


def in_our_words(said: str) -> str:
    """Jinja's message; one that is not known here stays as it is."""
    if match := re.match(r"Unexpected end of template\..* closed is '(\w+)'\.$", said):
        tags = {"begun": f"{{% {match[1]} … %}}", "end": f"{{% end{match[1]} %}}"}
        return _("{begun} has no {end}").format(**tags)
    if match := re.match(r"Encountered unknown tag '(.+?)'\.", said):
        return _("unknown tag {tag}").format(tag=f"{{% {match[1]} %}}")
    if match := re.fullmatch(r"expected token '(.+)', got '(.+)'", said):
        return _("expected token '{wanted}', got '{got}'").format(wanted=_token(match[1]), got=_token(match[2]))
    if match := re.fullmatch(r"Expected an expression, got '(.+)'", said):
        return _("expected an expression, got '{got}'").format(got=_token(match[1]))
    if match := re.fullmatch(r"unexpected char '(.+)'(?: at \d+)?", said):
        return _("unexpected char '{char}'").format(char=match[1])
    if match := re.fullmatch(r"unexpected '(.+)'", said):
        return _("unexpected '{token}'").format(token=_token(match[1]))
    return said


def _token(token: str) -> str:
    tokens = {
        "end of print statement": _("end of print statement"),
        "end of statement block": _("end of statement block"),
        "name": _("name"),
        "string": _("string"),
        "integer": _("integer"),
    }
    return tokens.get(token, token)
