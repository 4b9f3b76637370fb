"""What a rule found in labelled data, next to what it should have found."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set
from typing import NamedTuple, TypeVar

Case = TypeVar("Case", bound=Hashable)


class Measurement(NamedTuple):
    """How well one rule does on one set of labelled cases.

    `missed` and `wrongly_found` hold the cases behind the false negatives and the false positives, as people read them.
    """

    rule: str
    data: str
    cases: int
    true_positives: int
    missed: tuple[str, ...] = ()
    wrongly_found: tuple[str, ...] = ()

    @property
    def false_negatives(self) -> int:
        """Return how many cases should have been found and were not."""
        return len(self.missed)

    @property
    def false_positives(self) -> int:
        """Return how many cases were found and should not have been."""
        return len(self.wrongly_found)

    @property
    def true_negatives(self) -> int:
        """Return how many cases were rightly passed over."""
        return self.cases - self.true_positives - self.false_negatives - self.false_positives

    @property
    def wrong(self) -> int:
        """Return how many cases the rule should find."""
        return self.true_positives + self.false_negatives

    @property
    def found(self) -> int:
        """Return how many cases the rule finds."""
        return self.true_positives + self.false_positives

    @property
    def precision(self) -> float | None:
        """Return the share (0 to 1) of what was found that is right; None where nothing was found or nothing is wrong."""
        return self.true_positives / self.found if self.found and self.wrong else None

    @property
    def recall(self) -> float | None:
        """Return the share (0 to 1) of what is wrong that was found; None where nothing is wrong in the data."""
        return self.true_positives / self.wrong if self.wrong else None

    @property
    def flagged(self) -> float | None:
        """Return the share (0 to 1) of the harmless cases that were found all the same; None where none is harmless."""
        harmless = self.cases - self.wrong
        return self.false_positives / harmless if harmless else None


def compare(rule: str, data: str, cases: Mapping[Case, str], wrong: Set[Case], found: Set[Case]) -> Measurement:
    """Return the measurement of a rule that finds `found` where `wrong` is wrong; both hold keys of `cases`.

    `cases` says of each case what people read: the value, or the row. Raises ValueError for a key that is no case.
    """
    if unknown := (wrong | found) - cases.keys():
        raise ValueError(f"{rule}, {data}: no such cases: {sorted(map(str, unknown))[:5]}")
    missed, wrongly_found = wrong - found, found - wrong
    return Measurement(
        rule,
        data,
        len(cases),
        len(wrong & found),
        tuple(text for case, text in cases.items() if case in missed),
        tuple(text for case, text in cases.items() if case in wrongly_found),
    )
