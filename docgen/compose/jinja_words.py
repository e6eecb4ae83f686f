"""What Jinja says of a text that it cannot read or fill in, in the author's language; it speaks of tokens."""

from __future__ import annotations

import re

from docgen.language import _


def in_our_words(said: str) -> str:
    """Jinja's message, or Python's of what an expression does; one that is not known here stays as it is."""
    return _of_reading(said) or _of_filling_in(said) or said


def _of_reading(said: str) -> str:
    if match := re.match(r"Unexpected end of template\..* closed is '(\w+)'\.$", said):
        tags = {"begun": f"{{% {match[1]} … %}}", "end": f"{{% end{match[1]} %}}"}
        return _("{begun} has no {end}").format(**tags)
    if match := re.match(r"Encountered unknown tag '(.+?)'\.", said):
        return _("unknown tag {tag}").format(tag=f"{{% {match[1]} %}}")
    if match := re.fullmatch(r"expected token '(.+)', got '(.+)'", said):
        return _("expected token '{wanted}', got '{got}'").format(wanted=_token(match[1]), got=_token(match[2]))
    if match := re.fullmatch(r"unexpected '(.+)', expected '(.+)'", said):
        return _("expected token '{wanted}', got '{got}'").format(wanted=match[2], got=match[1])
    if match := re.fullmatch(r"unexpected end of template, expected '(.+)'\.?", said):
        return _("the text ends where {token} is expected").format(token=_token(match[1]))
    if match := re.fullmatch(r"can't assign to '(.+)'", said):
        return _("only a name can be given a value")
    if match := re.fullmatch(r"Expected an expression, got '(.+)'", said):
        return _("expected an expression, got '{got}'").format(got=_token(match[1]))
    if match := re.fullmatch(r"unexpected char '(.+)'(?: at \d+)?", said):
        return _("unexpected char '{char}'").format(char=match[1])
    if match := re.fullmatch(r"unexpected '(.+)'", said):
        return _("unexpected '{token}'").format(token=_token(match[1]))
    others = {
        "expected name or number": _("a name is missing behind the point"),
        "invalid syntax for function call expression": _(
            "the brackets of a filter or function are not filled in rightly"
        ),
        "Missing end of comment tag": _("{begun} has no {end}").format(begun="{#", end="#}"),
    }
    return others.get(said, "")


def _of_filling_in(said: str) -> str:
    if match := re.fullmatch(r"unsupported operand type\(s\) for (\S+)(?: .+)?: '(\w+)' and '(\w+)'", said):
        return _unfit(*match.groups())
    if match := re.fullmatch(r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", said):
        return _unfit(*match.groups())
    if match := re.fullmatch(r'can only concatenate (\w+) \(not "(\w+)"\) to \w+', said):
        return _unfit("+", *match.groups())
    if match := re.fullmatch(r"'(\w+) object' has no attribute '(.+)'", said):
        return _("{kind} has no part called '{name}'").format(kind=_kind(match[1]), name=match[2])
    if match := re.fullmatch(r"(\w+) object has no element (.+)", said):
        return _("{kind} has no element {number}").format(kind=_kind(match[1]), number=match[2])
    if match := re.fullmatch(r"'(\w+)' object is not callable", said):
        return _("{kind} is no function: nothing in brackets goes behind it").format(kind=_kind(match[1]))
    if match := re.fullmatch(r"'(\w+)' object is not iterable", said):
        return _("{kind} cannot be gone through one by one").format(kind=_kind(match[1]))
    if match := re.fullmatch(r"'(.+)' is undefined", said):
        return _("'{name}' is not known").format(name=match[1])
    if match := re.fullmatch(r"Range too big\. .* MAX_RANGE \((\d+)\)\.", said):
        return _("a range has at most {most} numbers").format(most=match[1])
    others = {
        "division by zero": _("a division by 0"),
        "No first item, sequence was empty.": _("there is no first one: nothing is there"),
        "No last item, sequence was empty.": _("there is no last one: nothing is there"),
    }
    return others.get(said, "")


def _unfit(sign: str, one: str, other: str) -> str:
    return _("'{sign}' cannot join {one} and {other}").format(sign=sign, one=_kind(one), other=_kind(other))


def _kind(python: str) -> str:
    kinds = {
        "str": _("a text"),
        "Markup": _("a text"),
        "int": _("a number"),
        "float": _("a number"),
        "list": _("a list"),
        "tuple": _("a list"),
        "dict": _("several values"),
        "date": _("a date"),
        "NoneType": _("nothing"),
    }
    return kinds.get(python, python)


def _token(token: str) -> str:
    tokens = {
        "end of print statement": _("end of print statement"),
        "end of statement block": _("end of statement block"),
        "name": _("name"),
        "string": _("string"),
        "integer": _("integer"),
    }
    return tokens.get(token, token)
