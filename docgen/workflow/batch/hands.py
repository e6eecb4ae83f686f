"""The hands: the units of a batch made by this process or by several, some at a time, handed back in order."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import partial

from docgen.frozen import dataclass
from docgen.workflow.batch.journal import Record
from docgen.workflow.batch.order import Order
from docgen.workflow.batch.plan import SECONDS_OF_LIBREOFFICE, Item, Job
from docgen.workflow.batch.workshop import Outcome, Workshop
from docgen.workflow.processes import done_together
from docgen.world.cores import keep_to

WORTH_A_PROCESS = 0.7
"""Seconds of work that pay for starting one more process."""

WORTH_A_PROCESS_FOR_PAGES = 2.5
"""The same where PDFs are made: its fonts and the look have to be read in there once more, and one process alone has
its pages set in a thread while it finishes those before."""

ENOUGH_FOR_DOCX = 3
"""Beside this one: a DOCX is made faster than it is written and listed, more processes would take memory and wait."""

_FIRST, _AT_A_TIME = 0.08, 0.32
"""Seconds of work that are handed out at a time: long enough to be worth the errand, short enough to end together. Less
in the beginning, so that there is soon something for everybody to do."""

_BESIDE_LIBREOFFICE = 1.0
"""Seconds of other work in a task of which LibreOffice converts something: to start it takes longer than that."""

_MOST_ITEMS = 1000

_MOST_CONVERTED, _MOST_BYTES = 100, 50_000_000
"""Documents that LibreOffice is given at a time, and of how many bytes: what comes back waits in memory."""

Ways = Counter[tuple[int, str]]


@dataclass(frozen=True)
class Handed:
    """What came back: an outcome for each job, the record itself for a unit of which nothing was to be made."""

    results: tuple[Outcome | Record, ...]
    ways: Ways


def jobs_that_pay(work: float, cores: int, pages: bool) -> int:
    """How many processes so many seconds of work are worth; ``pages``: whether PDFs are made."""
    most = cores if pages else min(cores, ENOUGH_FOR_DOCX)
    return max(1, min(most, int(work / (WORTH_A_PROCESS_FOR_PAGES if pages else WORTH_A_PROCESS))))


def lot_of(documents: int, jobs: int, size: int) -> int:
    """How many of so many documents LibreOffice is best given at a time: all processes are to end together.

    ``size``: bytes that the largest of them has; with a photograph in it that may be some millions.
    """
    each = max(1, math.ceil(documents / max(1, jobs)))
    most = max(1, min(_MOST_CONVERTED, _MOST_BYTES // max(1, size)))
    return math.ceil(each / math.ceil(each / most))


def handed_back(order: Order, items: Iterable[Item], jobs: int) -> Iterator[Handed]:
    """Everything made, some units at a time, in order. Raises DocgenError where no other unit could be made either."""
    if jobs <= 1:
        yield from _alone(order, items)
        return
    waiting: deque[list[Item]] = deque()
    for outcomes, ways in done_together(_make, _tasks(items, waiting, order.lot), jobs, partial(_open, order)):
        made = iter(outcomes)
        results = tuple(next(made) if isinstance(item, Job) else item for item in waiting.popleft())
        yield Handed(results, ways)


def _alone(order: Order, items: Iterable[Item]) -> Iterator[Handed]:
    shop = Workshop(order)
    waiting: deque[list[Item]] = deque()
    try:
        for made in shop.make_all(_tasks(items, waiting, order.lot)):
            for item in waiting.popleft():
                yield Handed((next(made) if isinstance(item, Job) else item,), Counter())
        yield Handed((), shop.ways)
    finally:
        shop.close()


def _tasks(items: Iterable[Item], waiting: deque[list[Item]], lot: int) -> Iterator[list[Job]]:
    """The jobs of some units at a time; ``waiting`` remembers what stood between them.

    What LibreOffice converts, ``lot`` documents at a time, is no part of the seconds.
    """
    some: list[Item] = []
    work, converted, enough = 0.0, 0, _FIRST
    for item in items:
        some.append(item)
        if isinstance(item, Job):
            work += item.seconds - item.converted * SECONDS_OF_LIBREOFFICE
            converted += item.converted
        if work > (_BESIDE_LIBREOFFICE if converted else enough) or converted >= lot or len(some) >= _MOST_ITEMS:
            waiting.append(some)
            yield [one for one in some if isinstance(one, Job)]
            some, work, converted, enough = [], 0.0, 0, min(2 * enough, _AT_A_TIME)
    if some:
        waiting.append(some)
        yield [one for one in some if isinstance(one, Job)]


# ---------------------------------------------------------------- in the other processes


class _Here:
    """The workshop of this process."""

    order: Order
    shop: Workshop | None = None


def _open(order: Order) -> None:
    keep_to(order.cores)
    _Here.order = order


def _make(jobs: list[Job]) -> tuple[list[Outcome], Ways]:
    # Not opened before: what goes wrong then would end the process without a word.
    _Here.shop = shop = _Here.shop or Workshop(_Here.order)
    outcomes = [outcome for made in shop.make_all([jobs]) for outcome in made]
    ways = Counter(shop.ways)
    shop.ways.clear()
    return outcomes, ways
