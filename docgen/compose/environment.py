"""The Jinja environment of the words: a template may print plain values and nothing else.

It is hostile ground: whoever writes a campaign must not reach Python, nor keep the machine busy, nor print
something by mistake that no reader should see. So the sandbox is narrower than Jinja's own: attributes exist only
on mappings, dates and ``loop``; nothing can be called but ``range``; loops, sums and texts have a ceiling; a
mapping, a list or an empty value cannot be printed. Which syntax is known at all, ``syntax`` says.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJA_TESTS

from docgen.compose import dates
from docgen.compose.filters import FILTERS, FilterError
from docgen.language import _, listed

STEPS_LIMIT = 10_000
"""Rounds of all loops of one text together."""
RANGE_LIMIT = 1_000
TEXT_LIMIT = 100_000
"""Characters of one text."""
NUMBER_LIMIT = 10**12

# fmt: off
COMMON_FILTERS = (
    "count", "default", "d", "first", "int", "items", "join", "last", "length", "list", "lower", "map",
    "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "sum", "trim", "unique", "upper",
)
"""Jinja's own filters that the words may use as well."""

COMMON_TESTS = (
    "defined", "undefined", "divisibleby", "even", "odd", "eq", "equalto", "==", "ne", "!=", "lt",
    "lessthan", "<", "gt", "greaterthan", ">", "le", "<=", "ge", ">=", "in", "none", "number", "string",
    "mapping", "sequence", "true", "false",
)

# fmt: on
COUNTED = "_counted"
"""The filter that counts the rounds of a loop; no author can write it."""

DATE_PARTS = ("year", "month", "day")
LOOP_PARTS = ("index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem")


class TooMuchError(Exception):
    """A text loops, or grows, beyond all sense; the message is for the author."""


class UnprintableError(Exception):
    """A value that cannot be printed as it stands; the message is for the author."""


class Steps:
    """How many rounds the loops of one text may still go."""

    def __init__(self) -> None:
        self.left = STEPS_LIMIT

    def take(self) -> None:
        """One more round. Raises ``TooMuchError`` when there have been enough."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError(_("the loops go round more than {limit} times").format(limit=STEPS_LIMIT))


class WordsEnvironment(ImmutableSandboxedEnvironment):
    """See above. ``undefined`` is strict: a name that is not there is an error, never a blank.

    No autoescape: words are plain text, and whoever writes a format escapes for it.
    """

    intercepted_binops = frozenset({"+", "-", "*", "//", "%"})

    def __init__(self) -> None:
        # Folding constants takes Jinja a minute where hundreds of filters follow each other.
        super().__init__(undefined=StrictUndefined, keep_trailing_newline=True, finalize=printed, optimized=False)
        self.globals = {"range": bounded_range}
        own: dict[str, Callable[..., Any]] = {name: JINJA_FILTERS[name] for name in COMMON_FILTERS}
        self.filters = {name: _guarded(name, one) for name, one in (own | FILTERS).items()}
        self.filters[COUNTED] = _counted
        self.tests = {name: JINJA_TESTS[name] for name in COMMON_TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A part of a mapping, of a date or of ``loop``; nothing else has parts."""
        match obj:
            case Undefined():
                return str(obj)  # a strict Undefined raises
            case Mapping() if attribute in obj:
                return obj[attribute]
            case datetime.date() if attribute in DATE_PARTS:
                return getattr(obj, attribute)
            case LoopContext() if attribute in LOOP_PARTS:
                return getattr(obj, attribute)
            case _:
                return self.undefined(_('there is no "{name}" here').format(name=attribute), obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``deadlines["submission"]`` as well as ``annexes_list[0]``."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                pass
        return self.undefined(_('there is no "{name}" here').format(name=argument), obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """``range`` alone."""
        return obj is bounded_range

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Whole numbers; texts may be joined by ``+``."""
        whole = all(isinstance(side, int) for side in (left, right))
        if not whole and not (operator == "+" and isinstance(left, str) and isinstance(right, str)):
            raise UnprintableError(_("only whole numbers can be reckoned with"))
        return _bounded(super().call_binop(context, operator, left, right))


@functools.cache
def words_environment() -> WordsEnvironment:
    """The one environment; it keeps nothing between two texts."""
    return WordsEnvironment()


@functools.lru_cache(maxsize=4096)
def parsed(source: str) -> nodes.Template:
    """The syntax tree of ``source``, in which every loop counts its rounds. Raises what Jinja raises."""
    tree = words_environment().parse(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None)
    return tree


@functools.lru_cache(maxsize=4096)
def compiled(source: str) -> Template:
    """``source`` ready to be rendered. Raises what Jinja raises."""
    return words_environment().from_string(parsed(source))


def rendered(source: str, names: Mapping[str, Any]) -> str:
    """``source`` with its expressions filled in. Raises what Jinja and the filters raise, ``TooMuchError`` too."""
    parts, size = [], 0
    for part in compiled(source).generate({**names, "_steps": Steps()}):
        size += len(part)
        if size > TEXT_LIMIT:
            raise TooMuchError(_("the text becomes longer than {limit} characters").format(limit=TEXT_LIMIT))
        parts.append(part)
    return "".join(parts)


def printed(value: Any) -> str:
    """What ``{{ value }}`` prints: texts and whole numbers as they are, a date as 2020年3月13日."""
    match value:
        case Undefined() | str():
            return str(value)
        case bool():
            raise UnprintableError(_("this is a yes or no, which cannot be printed; use {% if … %}"))
        case int():
            return str(value)
        case datetime.date():
            return dates.full_date(value)
        case Mapping() if value:
            message = _("this has several parts ({parts}); name one of them, or use a filter")
            raise UnprintableError(message.format(parts=listed(value)))
        case None | Mapping():
            raise UnprintableError(_("this has no value in this campaign"))
        case _:
            raise UnprintableError(_("this is a list; use a filter such as join_cn"))


def bounded_range(*numbers: int) -> range:
    """``range``, as far as a notice can need it."""
    if any(abs(number) > NUMBER_LIMIT for number in numbers) or len(range(*numbers)) > RANGE_LIMIT:
        raise TooMuchError(_("range goes to {limit} at most").format(limit=RANGE_LIMIT))
    return range(*numbers)


@pass_context
def _counted(context: Context, values: Iterable[Any]) -> Iterator[Any]:
    steps = context["_steps"]
    for value in values:
        steps.take()
        yield value


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, its refusals signed with its name, its result bounded."""

    @functools.wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        try:
            return _bounded(function(*args, **kwargs))
        except FilterError as refusal:
            raise FilterError(f"{name}: {refusal}") from refusal

    return guarded


def _bounded(value: Any) -> Any:
    if isinstance(value, str) and len(value) > TEXT_LIMIT:
        raise TooMuchError(_("the text becomes longer than {limit} characters").format(limit=TEXT_LIMIT))
    if isinstance(value, int) and abs(value) > NUMBER_LIMIT:
        raise TooMuchError(_("the number becomes larger than {limit}").format(limit=NUMBER_LIMIT))
    return value
